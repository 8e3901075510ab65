package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.BankOrders;
import kr.gonggu.pay.domain.Ledger;

/** A member looks at the wallet. */
@ApplicationScoped
public class ViewWallet {

  @Inject Ledger ledger;
  @Inject BankOrders orders;
  @Inject BankGateway bank;
  @Inject OpenWallet openWallet;

  /** The wallet as it is now; made when there is none yet. */
  public Wallet view(UUID memberId) {
    return find(memberId)
        .orElseGet(
            () -> {
              openWallet.open(memberId);
              return find(memberId).orElseThrow();
            });
  }

  private Optional<Wallet> find(UUID memberId) {
    List<Account> accounts = ledger.accountsOf(memberId);
    long inBank =
        accounts.stream()
            .filter(account -> account.kind() == AccountKind.SANDBOX_BANK)
            .mapToLong(Account::balance)
            .sum();
    return accounts.stream()
        .filter(account -> account.kind() == AccountKind.WALLET)
        .findAny()
        .map(
            wallet ->
                new Wallet(
                    wallet.balance(),
                    wallet.held(),
                    wallet.available(),
                    inBank,
                    bank.playMoney(),
                    orders.pendingOf(memberId).stream().map(PendingOrder::of).toList()));
  }
}
