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

  /** Opens the wallet unless there is one, and all that stands between it and the bank. */
  @Transactional
  public void open(UUID memberId) {
    if (ledger.accountOf(memberId, AccountKind.WALLET).isEmpty()) {
      // In the order of the index on owner and kind: whoever opens the same member's wallet at the
      // same time waits at the first one, and in no gap that is still to be filled.
      open(memberId, AccountKind.BANK_CLEARING);
      bank.openAccount(memberId);
      open(memberId, AccountKind.WALLET);
    }
  }

  private void open(UUID memberId, AccountKind kind) {
    ledger.open(new Account(UuidV7.next(), kind, memberId, clock.instant()));
  }
}
