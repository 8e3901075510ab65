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
import kr.gonggu.pay.domain.WalletCharged;

/** A member takes money from the bank into the wallet. */
@ApplicationScoped
public class ChargeWallet {

  @Inject Ledger ledger;
  @Inject OpenWallet openWallet;
  @Inject BankGateway bank;
  @Inject PayEvents events;
  @Inject Clock clock;

  /**
   * Moves the money at once.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code BANK_INSUFFICIENT_FUNDS}; {@code VALIDATION_FAILED}
   *     for less than 1 won
   */
  @Transactional
  public Receipt charge(MoneyRequest request) {
    Instant now = clock.instant();
    Transfer transfer = Transfer.charge(request, now);
    UUID wallet = openWallet.open(request.memberId());
    UUID bankAccount = bank.accountOf(request.memberId());
    Map<UUID, Account> locked = ledger.lock(List.of(bankAccount, wallet));
    Booking booking = transfer.book(locked.get(bankAccount), locked.get(wallet), now);
    ledger.record(booking);
    events.walletCharged(
        new WalletCharged(
            transfer.id(),
            request.memberId(),
            transfer.amount(),
            booking.to().balance(),
            transfer.createdAt()));
    return Receipt.of(transfer, booking.to(), null);
  }
}
