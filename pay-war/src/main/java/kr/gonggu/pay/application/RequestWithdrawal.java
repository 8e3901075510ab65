package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;
import kr.gonggu.pay.domain.BankPatience;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.MoneyRequest;
import kr.gonggu.pay.domain.Transfer;

/** A member wants money from the wallet back in the bank. */
@ApplicationScoped
public class RequestWithdrawal {

  @Inject Ledger ledger;
  @Inject BankOrders orders;
  @Inject OpenWallet openWallet;
  @Inject BankPatience patience;
  @Inject Clock clock;

  /**
   * Takes the money out of the wallet and writes the order down; {@link SettleBankOrder} asks the
   * bank.
   *
   * @return the order's id
   * @throws Refusal {@code INSUFFICIENT_FUNDS}, {@code WALLET_CLOSED}; {@code VALIDATION_FAILED}
   *     for less than 1 won
   */
  @Transactional
  public UUID request(MoneyRequest request) {
    openWallet.open(request.memberId());
    Instant now = clock.instant();
    BankOrder order = new BankOrder(BankOrder.Kind.WITHDRAWAL, request, now, patience.first());
    Map<AccountKind, Account> locked =
        ledger.lock(request.memberId(), AccountKind.BANK_CLEARING, AccountKind.WALLET);
    locked.get(AccountKind.WALLET).requireOpen();
    send(order, locked, now);
    return order.id();
  }

  /** Sends all that can be spent back to the bank, which is asked soon. */
  void returnRest(Map<AccountKind, Account> locked, Instant now) {
    Account wallet = locked.get(AccountKind.WALLET);
    if (wallet.available() > 0) {
      MoneyRequest all = new MoneyRequest(wallet.ownerId(), null, wallet.available());
      send(new BankOrder(BankOrder.Kind.WITHDRAWAL, all, now, Duration.ZERO), locked, now);
    }
  }

  private void send(BankOrder order, Map<AccountKind, Account> locked, Instant now) {
    Account wallet = locked.get(AccountKind.WALLET);
    Transfer transfer = Transfer.inWallet(order);
    ledger.add(transfer);
    ledger.record(transfer.book(wallet, locked.get(AccountKind.BANK_CLEARING), now));
    order.changed(wallet);
    orders.add(order);
  }
}
