package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.persistence.LockConflicts;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankAnswer;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;
import kr.gonggu.pay.domain.Ledger;

/**
 * The bank is asked to carry an order out. No transaction is open and nothing is locked while it is
 * asked, and whoever else asks for the same order at the same time gets the same answer.
 */
@ApplicationScoped
public class SettleBankOrder {

  @Inject BankOrders orders;
  @Inject BankGateway bank;
  @Inject ApplyBankAnswer applyBankAnswer;
  @Inject Ledger ledger;

  /**
   * Asks the bank, unless its answer is known already.
   *
   * @return what has become of the money; pending when the bank did not say in time, and then it is
   *     asked again later
   * @throws Refusal {@code BANK_INSUFFICIENT_FUNDS} or {@code BANK_REFUSED}, when the bank has
   *     refused
   */
  public Receipt settle(UUID orderId) {
    BankOrder order = orders.find(orderId).orElseThrow();
    if (order.pending()) {
      BankAnswer answer = bank.execute(order);
      order = LockConflicts.retried(() -> applyBankAnswer.apply(orderId, answer));
    }
    if (order.state() == BankOrder.State.REFUSED) {
      throw new Refusal(order.refusal(), order.refusal().title() + ".");
    }
    return order.balance() == null ? receiptOfUnchanged(order) : Receipt.of(order);
  }

  private Receipt receiptOfUnchanged(BankOrder order) {
    return ledger.accountsOf(order.memberId()).stream()
        .filter(account -> account.kind() == AccountKind.WALLET)
        .findAny()
        .map(wallet -> Receipt.of(order, wallet.balance(), wallet.available()))
        .orElseThrow();
  }
}
