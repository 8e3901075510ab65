package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.Booking;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.MoneyRequest;
import kr.gonggu.pay.domain.PayEvents;
import kr.gonggu.pay.domain.Transfer;
import kr.gonggu.pay.domain.WalletWithdrawn;

/** A member returns money from the wallet to the bank. */
@ApplicationScoped
public class WithdrawMoney {

  @Inject Ledger ledger;
  @Inject OpenWallet openWallet;
  @Inject BankGateway bank;
  @Inject PayEvents events;
  @Inject Clock clock;

  /**
   * Moves the money at once.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code INSUFFICIENT_FUNDS}; {@code VALIDATION_FAILED} for
   *     less than 1 won
   */
  @Transactional
  public Receipt withdraw(MoneyRequest request) {
    Instant now = clock.instant();
    Transfer transfer = Transfer.withdrawal(request, now);
    UUID wallet = openWallet.open(request.memberId());
    UUID bankAccount = bank.accountOf(request.memberId());
    Map<UUID, Account> locked = ledger.lock(List.of(wallet, bankAccount));
    Booking booking = transfer.book(locked.get(wallet), locked.get(bankAccount), now);
    ledger.record(booking);
    events.walletWithdrawn(
        new WalletWithdrawn(
            transfer.id(),
            request.memberId(),
            transfer.amount(),
            booking.from().balance(),
            transfer.createdAt()));
    return Receipt.of(transfer, booking.from(), null);
  }
}
