package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.NoSuchElementException;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.WalletHistory;

/** A member asks again what became of a remittance. */
@ApplicationScoped
public class ViewReceipt {

  @Inject WalletHistory history;
  @Inject Ledger ledger;

  /**
   * The receipt that the sender got, from what the ledger remembers.
   *
   * @throws NoSuchElementException when the member has sent no such transfer
   */
  public Receipt of(UUID memberId, UUID transferId) {
    long held =
        ledger.accountsOf(memberId).stream()
            .filter(account -> account.kind() == AccountKind.WALLET)
            .mapToLong(Account::held)
            .sum();
    return Receipt.of(history.find(memberId, transferId).orElseThrow(), held);
  }
}
