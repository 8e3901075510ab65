package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.Ledger;

/** A member gets a wallet, once. */
@ApplicationScoped
public class OpenWallet {

  @Inject Ledger ledger;
  @Inject BankGateway bank;
  @Inject Clock clock;

  /**
   * Opens the wallet unless there is one, and the bank account behind it.
   *
   * @return the wallet's account id
   */
  @Transactional
  public UUID open(UUID memberId) {
    return ledger.accountOf(memberId, AccountKind.WALLET).orElseGet(() -> openNow(memberId));
  }

  private UUID openNow(UUID memberId) {
    ledger.open(new Account(UuidV7.next(), AccountKind.WALLET, memberId, clock.instant()));
    bank.accountOf(memberId);
    // Not the id above: the same member's other request may have been first.
    return ledger.accountOf(memberId, AccountKind.WALLET).orElseThrow();
  }
}
