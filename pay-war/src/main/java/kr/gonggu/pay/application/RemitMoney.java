package kr.gonggu.pay.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.Booking;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.Members;
import kr.gonggu.pay.domain.MoneyRemitted;
import kr.gonggu.pay.domain.MoneyRequest;
import kr.gonggu.pay.domain.PayError;
import kr.gonggu.pay.domain.PayEvents;
import kr.gonggu.pay.domain.RemittanceLimits;
import kr.gonggu.pay.domain.Transfer;

/** A member sends money to another. */
@ApplicationScoped
public class RemitMoney {

  @Inject Ledger ledger;
  @Inject Members members;
  @Inject OpenWallet openWallet;
  @Inject PayEvents events;
  @Inject RemittanceLimits limits;
  @Inject Clock clock;

  /**
   * Moves the money at once.
   *
   * @throws Refusal {@code NO_SUCH_MEMBER}, {@code REMITTANCE_TO_SELF}, {@code INSUFFICIENT_FUNDS},
   *     {@code WALLET_CLOSED}, {@code TRANSFER_LIMIT_EXCEEDED}, {@code DAILY_LIMIT_EXCEEDED};
   *     {@code VALIDATION_FAILED} for less than 1 won
   */
  @Transactional
  public Receipt remit(MoneyRequest request, Remittance remittance) {
    Instant now = clock.instant();
    Transfer transfer =
        Transfer.remittance(remittance.id(), request, remittance.dealId(), remittance.memo(), now);
    limits.checkTransfer(transfer.amount());
    Member receiver = receiver(request.memberId(), remittance.toNickname());
    // All that can be done before is done before: under the locks others wait.
    ledger.add(transfer);
    Map<UUID, Account> wallets = lock(request.memberId(), receiver.id());
    Account from = wallets.get(request.memberId());
    Account to = wallets.get(receiver.id());
    from.requireOpen();
    if (to.closed()) {
      // They have left since their nickname was read.
      throw nobody();
    }
    Booking booking = transfer.book(from, to, now);
    booking.from().countRemittance(transfer.amount(), limits.day(now), limits);
    ledger.record(booking);
    events.moneyRemitted(
        new MoneyRemitted(
            transfer.id(),
            request.memberId(),
            remittance.fromNickname(),
            receiver.id(),
            receiver.nickname(),
            transfer.amount(),
            transfer.dealId(),
            transfer.memo(),
            transfer.createdAt()));
    return Receipt.of(transfer, booking.from(), receiver.nickname());
  }

  private Map<UUID, Account> lock(UUID sender, UUID receiver) {
    Map<UUID, Account> wallets = ledger.lockWallets(sender, receiver);
    if (wallets.size() == 2) {
      return wallets;
    }
    openWallet.open(sender);
    openWallet.open(receiver);
    return ledger.lockWallets(sender, receiver);
  }

  private static Refusal nobody() {
    return new Refusal(PayError.NO_SUCH_MEMBER, "Nobody is called like that.");
  }

  private Member receiver(UUID sender, String nickname) {
    Member receiver = members.named(nickname).orElseThrow(RemitMoney::nobody);
    if (receiver.id().equals(sender)) {
      throw Refusal.field(PayError.REMITTANCE_TO_SELF, "toNickname", "is your own nickname");
    }
    return receiver;
  }
}
