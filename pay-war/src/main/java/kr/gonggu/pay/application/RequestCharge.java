package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;
import kr.gonggu.pay.domain.BankPatience;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.MoneyRequest;

/** A member wants money from the bank in the wallet. */
@ApplicationScoped
public class RequestCharge {

  @Inject Ledger ledger;
  @Inject BankOrders orders;
  @Inject OpenWallet openWallet;
  @Inject BankPatience patience;
  @Inject Clock clock;

  /**
   * Writes the order down, so that it cannot be lost; {@link SettleBankOrder} asks the bank.
   *
   * @return the order's id
   * @throws Refusal {@code WALLET_CLOSED}; {@code VALIDATION_FAILED} for less than 1 won
   */
  @Transactional
  public UUID request(MoneyRequest request) {
    openWallet.open(request.memberId());
    ledger.accountsOf(request.memberId()).stream()
        .filter(account -> account.kind() == AccountKind.WALLET)
        .forEach(Account::requireOpen);
    BankOrder order =
        new BankOrder(BankOrder.Kind.CHARGE, request, clock.instant(), patience.first());
    orders.add(order);
    return order.id();
  }
}
