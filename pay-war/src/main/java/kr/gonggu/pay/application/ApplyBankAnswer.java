package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankAnswer;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.PayError;
import kr.gonggu.pay.domain.PayEvents;
import kr.gonggu.pay.domain.Transfer;
import kr.gonggu.pay.domain.WalletCharged;
import kr.gonggu.pay.domain.WalletWithdrawn;

/** The bank has answered, or has not. */
@ApplicationScoped
public class ApplyBankAnswer {

  @Inject BankOrders orders;
  @Inject Ledger ledger;
  @Inject RequestWithdrawal requestWithdrawal;
  @Inject PayEvents events;
  @Inject Clock clock;

  /**
   * Books what the answer says; the same answer a second time, or none, changes nothing.
   *
   * @return the order as it is afterwards
   */
  @Transactional
  public BankOrder apply(UUID orderId, BankAnswer answer) {
    BankOrder order = orders.lock(orderId);
    if (order.pending()) {
      Instant now = clock.instant();
      switch (answer.outcome()) {
        case DONE -> done(order, now);
        case REFUSED -> refused(order, answer.reason(), now);
        case UNKNOWN -> {
          // It stays pending, and the bank is asked again when it is due.
        }
      }
    }
    return order;
  }

  private void done(BankOrder order, Instant now) {
    if (order.kind() == BankOrder.Kind.CHARGE) {
      Map<AccountKind, Account> locked = lock(order);
      Account wallet = locked.get(AccountKind.WALLET);
      book(Transfer.inWallet(order), locked, now);
      order.changed(wallet);
      order.done(now);
      events.walletCharged(
          new WalletCharged(
              order.id(), order.memberId(), order.amount(), order.balance(), order.createdAt()));
      if (wallet.closed()) {
        // Its owner has left since.
        requestWithdrawal.returnRest(locked, now);
      }
    } else {
      order.done(now);
      events.walletWithdrawn(
          new WalletWithdrawn(
              order.id(), order.memberId(), order.amount(), order.balance(), order.createdAt()));
    }
  }

  private void refused(BankOrder order, PayError reason, Instant now) {
    if (order.kind() == BankOrder.Kind.WITHDRAWAL) {
      book(Transfer.withdrawalReturned(order, now), lock(order), now);
    }
    order.refused(reason, now);
  }

  private Map<AccountKind, Account> lock(BankOrder order) {
    return ledger.lock(order.memberId(), AccountKind.BANK_CLEARING, AccountKind.WALLET);
  }

  private void book(Transfer transfer, Map<AccountKind, Account> locked, Instant now) {
    ledger.add(transfer);
    ledger.record(
        transfer.book(locked.get(AccountKind.BANK_CLEARING), locked.get(AccountKind.WALLET), now));
  }
}
