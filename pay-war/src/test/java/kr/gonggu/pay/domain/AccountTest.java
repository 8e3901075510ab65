package kr.gonggu.pay.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant NOW = Instant.parse("2026-05-01T03:00:00Z");
  private static final RemittanceLimits LIMITS =
      new RemittanceLimits(2_000_000, 3_000_000, ZoneId.of("Asia/Seoul"));

  private final UUID anna = UuidV7.next();
  private final UUID bora = UuidV7.next();

  @Test
  void whatOneAccountLosesTheOtherGains() {
    Account from = wallet(anna, 100_000);
    Account to = wallet(bora, 5_000);

    Booking booking = transfer(30_000).book(from, to, NOW);

    assertThat(from.balance()).isEqualTo(70_000);
    assertThat(to.balance()).isEqualTo(35_000);
    assertThat(booking.debit().amount()).isEqualTo(-30_000);
    assertThat(booking.credit().amount()).isEqualTo(30_000);
    assertThat(booking.debit().balanceAfter()).isEqualTo(70_000);
    assertThat(booking.credit().balanceAfter()).isEqualTo(35_000);
  }

  @Test
  void everythingThatIsAvailableMayLeave() {
    Account from = wallet(anna, 100_000);

    transfer(100_000).book(from, wallet(bora, 0), NOW);

    assertThat(from.balance()).isZero();
  }

  @Test
  void oneWonMoreThanAvailableIsRefusedAndNothingMoves() {
    Account from = wallet(anna, 100_000);
    Account to = wallet(bora, 0);

    assertThat(refusal(() -> transfer(100_001).book(from, to, NOW)).code())
        .isEqualTo(PayError.INSUFFICIENT_FUNDS);

    assertThat(from.balance()).isEqualTo(100_000);
    assertThat(to.balance()).isZero();
    assertThat(to.lastSeq()).isZero();
  }

  @Test
  void theBankSaysForItselfThatItIsNotCovered() {
    Account bank = new Account(UuidV7.next(), AccountKind.SANDBOX_BANK, anna, NOW);

    assertThat(refusal(() -> transfer(1).book(bank, wallet(anna, 0), NOW)).code())
        .isEqualTo(PayError.BANK_INSUFFICIENT_FUNDS);
  }

  @Test
  void onlyTheFundingAccountMayOwe() {
    Account funding = new Account(UuidV7.next(), AccountKind.SANDBOX_FUNDING, null, NOW);

    Transfer.grant(100_000, NOW).book(funding, wallet(anna, 0), NOW);

    assertThat(funding.balance()).isEqualTo(-100_000);
  }

  @Test
  void postingsAreNumberedWithoutGaps() {
    Account account = wallet(anna, 0);
    Transfer transfer = transfer(10);

    assertThat(account.credit(transfer, NOW).seq()).isEqualTo(1);
    assertThat(account.credit(transfer, NOW).seq()).isEqualTo(2);
    assertThat(account.debit(transfer, NOW).seq()).isEqualTo(3);
    assertThat(account.lastSeq()).isEqualTo(3);
  }

  @Test
  void aHistoryNeverRunsBackwardsWhateverTheClocksOfTheInstancesSay() {
    Account account = wallet(anna, 0);
    Instant slowClock = NOW.minusSeconds(3);

    account.credit(transfer(10), NOW);
    Posting later = account.credit(transfer(10), slowClock);

    assertThat(later.postedAt()).isEqualTo(NOW);
  }

  @Test
  void anAmountBelowOneWonIsNoTransfer() {
    for (long amount : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThat(refusal(() -> transfer(amount)).code()).isEqualTo(CommonError.VALIDATION_FAILED);
    }
  }

  @Test
  void moneyThatDoesNotFitIntoALongIsNeverWrittenDown() {
    Account full = wallet(anna, Long.MAX_VALUE);

    assertThatThrownBy(() -> full.credit(transfer(1), NOW)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void anAccountCannotPayItself() {
    Account account = wallet(anna, 100);

    assertThatThrownBy(() -> transfer(1).book(account, account, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void postingsThatDoNotCancelEachOtherOutAreNoBooking() {
    Account from = wallet(anna, 100);
    Account to = wallet(bora, 0);
    Transfer transfer = transfer(10);
    Posting debit = from.debit(transfer, NOW);
    Posting credit = to.credit(transfer(11), NOW);

    assertThatThrownBy(() -> new Booking(transfer, from, debit, to, credit))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void remittancesOfOneDayAreCountedTogether() {
    Account account = wallet(anna, 0);

    account.countRemittance(2_000_000, LIMITS.day(NOW), LIMITS);
    account.countRemittance(1_000_000, LIMITS.day(NOW), LIMITS);

    assertThat(refusal(() -> account.countRemittance(1, LIMITS.day(NOW), LIMITS)).code())
        .isEqualTo(PayError.DAILY_LIMIT_EXCEEDED);
    assertThat(account.remitted()).isEqualTo(3_000_000);
  }

  @Test
  void theNextDayInSeoulBeginsAnew() {
    Account account = wallet(anna, 0);
    Instant lastSecond = Instant.parse("2026-05-01T14:59:59Z");
    Instant midnight = lastSecond.plusSeconds(1);

    account.countRemittance(3_000_000, LIMITS.day(lastSecond), LIMITS);
    account.countRemittance(3_000_000, LIMITS.day(midnight), LIMITS);

    assertThat(account.remitted()).isEqualTo(3_000_000);
  }

  @Test
  void aClockThatIsBehindDoesNotEndTheDayTwice() {
    Account account = wallet(anna, 0);
    Instant midnight = Instant.parse("2026-05-01T15:00:00Z");
    Instant onAnotherInstance = midnight.minusSeconds(1);

    account.countRemittance(3_000_000, LIMITS.day(midnight), LIMITS);

    assertThat(
            refusal(() -> account.countRemittance(1, LIMITS.day(onAnotherInstance), LIMITS)).code())
        .isEqualTo(PayError.DAILY_LIMIT_EXCEEDED);
    assertThat(account.remittedOn()).isEqualTo(LIMITS.day(midnight));
  }

  @Test
  void moreThanMayBeSentAtOnceIsRefused() {
    LIMITS.checkTransfer(2_000_000);

    assertThat(refusal(() -> LIMITS.checkTransfer(2_000_001)).code())
        .isEqualTo(PayError.TRANSFER_LIMIT_EXCEEDED);
  }

  private static Account wallet(UUID owner, long balance) {
    Account account = new Account(UuidV7.next(), AccountKind.WALLET, owner, NOW.minusSeconds(60));
    if (balance > 0) {
      account.credit(Transfer.grant(balance, NOW.minusSeconds(60)), NOW.minusSeconds(60));
    }
    return account;
  }

  private Transfer transfer(long amount) {
    return Transfer.remittance(
        UuidV7.next(), new MoneyRequest(anna, "key", amount), null, null, NOW);
  }

  private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call);
  }
}
