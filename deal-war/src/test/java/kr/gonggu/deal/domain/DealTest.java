package kr.gonggu.deal.domain;

import static kr.gonggu.deal.domain.Samples.DEADLINE;
import static kr.gonggu.deal.domain.Samples.HOST;
import static kr.gonggu.deal.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DealTest {

  private static final UUID NEIGHBOUR = UUID.randomUUID();

  private final Deal deal = Samples.deal();

  @Test
  void opensWithTheHostsSharesTaken() {
    assertThat(deal.status(NOW)).isEqualTo(DealStatus.RECRUITING);
    assertThat(deal.sharesTaken()).isEqualTo(1);
    assertThat(deal.sharesLeft()).isEqualTo(9);
    assertThat(deal.version()).isEqualTo(1);
    assertThat(deal.openedAt()).isEqualTo(NOW);
  }

  @Test
  void escrowIsRefusedAsLongAsItIsNotOffered() {
    assertRefused(
        DealError.ESCROW_NOT_AVAILABLE,
        () ->
            Deal.open(
                UUID.randomUUID(),
                HOST,
                Samples.presentation(),
                Samples.terms(30_000, 10, 0),
                PaymentMethod.ESCROW,
                NOW));
  }

  @Test
  void deadlineLiesAheadAndNoMoreThanSixtyDays() {
    for (Instant wrong :
        List.of(NOW.minusSeconds(1), NOW, NOW.plus(60, ChronoUnit.DAYS).plusMillis(1))) {
      assertRefused(CommonError.VALIDATION_FAILED, () -> openUntil(wrong));
    }
    assertThat(openUntil(NOW.plusMillis(1)).status(NOW)).isEqualTo(DealStatus.RECRUITING);
    assertThat(openUntil(NOW.plus(60, ChronoUnit.DAYS)).status(NOW))
        .isEqualTo(DealStatus.RECRUITING);
  }

  @Test
  void hostLeavesAtLeastOneShareToOthers() {
    assertRefused(CommonError.VALIDATION_FAILED, () -> Samples.terms(30_000, 10, 10));
    assertRefused(CommonError.VALIDATION_FAILED, () -> Samples.terms(30_000, 10, -1));
    assertThat(Samples.terms(30_000, 10, 9).hostShares()).isEqualTo(9);
  }

  @Test
  void isExpiredFromTheDeadlineOnThoughNobodyHasRecordedIt() {
    assertThat(deal.status(DEADLINE.minusNanos(1_000))).isEqualTo(DealStatus.RECRUITING);
    assertThat(deal.status(DEADLINE)).isEqualTo(DealStatus.EXPIRED);
    assertRefused(DealError.DEAL_EXPIRED, () -> deal.changeShares(1, DEADLINE));
    assertRefused(DealError.DEAL_EXPIRED, () -> deal.cancel(CancelCause.BY_HOST, "늦었어요", DEADLINE));
    assertRefused(
        DealError.DEAL_EXPIRED, () -> deal.edit(Samples.presentation(), deal.terms(), DEADLINE));
  }

  @Test
  void becomesFullWithExactlyTheLastShareAndRecruitsAgainWhenSomebodyLeaves() {
    assertThat(deal.changeShares(8, NOW)).isFalse();
    assertThat(deal.status(NOW)).isEqualTo(DealStatus.RECRUITING);

    assertThat(deal.changeShares(1, NOW)).isTrue();
    assertThat(deal.status(NOW)).isEqualTo(DealStatus.FULL);

    assertThat(deal.changeShares(-2, NOW)).isFalse();
    assertThat(deal.status(NOW)).isEqualTo(DealStatus.RECRUITING);
    assertThat(deal.sharesLeft()).isEqualTo(2);
  }

  @Test
  void aFullDealIsNotToldAsFullAgain() {
    deal.changeShares(9, NOW);

    assertThat(deal.changeShares(0, NOW)).isFalse();
  }

  @Test
  void isNeverOversold() {
    assertRefused(DealError.SHARES_NOT_LEFT, () -> deal.changeShares(10, NOW));
    deal.changeShares(9, NOW);
    assertRefused(DealError.DEAL_FULL, () -> deal.changeShares(1, NOW));
    assertThat(deal.sharesTaken()).isEqualTo(10);
  }

  @Test
  void nobodyLeavesAFullDealAfterItsDeadline() {
    deal.changeShares(9, NOW);

    assertRefused(DealError.DEAL_CLOSED, () -> deal.changeShares(-1, DEADLINE));
    assertThat(deal.status(DEADLINE)).isEqualTo(DealStatus.FULL);
  }

  @Test
  void saysWhyAMemberCannotJoin() {
    assertThat(deal.refusalToJoin(NEIGHBOUR, 9, NOW)).isEmpty();
    assertThat(reason(HOST, 1, NOW)).isEqualTo(DealError.HOST_CANNOT_JOIN);
    assertThat(reason(NEIGHBOUR, 10, NOW)).isEqualTo(DealError.SHARES_NOT_LEFT);
    assertThat(reason(NEIGHBOUR, 1, DEADLINE)).isEqualTo(DealError.DEAL_EXPIRED);
    deal.changeShares(9, NOW);
    assertThat(reason(NEIGHBOUR, 1, NOW)).isEqualTo(DealError.DEAL_FULL);
    deal.cancel(CancelCause.BY_HOST, "품절", NOW);
    assertThat(reason(NEIGHBOUR, 1, NOW)).isEqualTo(DealError.DEAL_CANCELLED);
  }

  @Test
  void termsChangeOnlyWhileNobodyElseHasJoined() {
    DealTerms cheaper = Samples.terms(20_000, 8, 2);
    deal.edit(Samples.presentation(), cheaper, NOW);
    assertThat(deal.terms()).isEqualTo(cheaper);
    assertThat(deal.sharesTaken()).isEqualTo(2);
    assertThat(deal.version()).isEqualTo(2);

    deal.changeShares(1, NOW);
    assertRefused(
        DealError.TERMS_FIXED,
        () -> deal.edit(Samples.presentation(), Samples.terms(20_000, 9, 2), NOW));
    assertThat(deal.version()).isEqualTo(2);

    DealPresentation better =
        new DealPresentation("귤!", "달아요", Category.PRODUCE, null, List.of(), List.of());
    deal.edit(better, cheaper, NOW);
    assertThat(deal.presentation()).isEqualTo(better);
    assertThat(deal.version()).isEqualTo(3);
  }

  @Test
  void theSameTermsWrittenDifferentlyAreNoChange() {
    deal.changeShares(1, NOW);
    DealTerms terms = deal.terms();

    deal.edit(
        Samples.presentation(),
        new DealTerms(
            terms.price(),
            terms.hostShares(),
            " kg ",
            new BigDecimal("1.000"),
            terms.deadline().plusNanos(999),
            new Pickup(37.5006220001, 127.0364559999, "역삼동 주민센터 앞")),
        NOW);

    assertThat(deal.version()).isEqualTo(2);
  }

  @Test
  void hostGivesUpADealThatIsFullOrRecruitsAndOnlyOnce() {
    deal.changeShares(9, NOW);
    deal.cancel(CancelCause.BY_HOST, " 품절이에요 ", NOW);

    assertThat(deal.status(NOW)).isEqualTo(DealStatus.CANCELLED);
    assertThat(deal.cancelReason()).isEqualTo("품절이에요");
    assertThat(deal.sharesTaken()).isEqualTo(deal.hostShares());
    assertRefused(DealError.DEAL_CANCELLED, () -> deal.cancel(CancelCause.BY_HOST, "또", NOW));
    assertRefused(DealError.DEAL_CANCELLED, () -> deal.changeShares(1, NOW));
  }

  @Test
  void hostMayStillGiveUpAFullDealAfterItsDeadline() {
    deal.changeShares(9, NOW);

    deal.cancel(CancelCause.BY_HOST, "품절이에요", DEADLINE.plusSeconds(1));

    assertThat(deal.status(DEADLINE.plusSeconds(1))).isEqualTo(DealStatus.CANCELLED);
  }

  @Test
  void goesOnStepByStepOnceItIsFull() {
    assertRefused(
        DealError.STATUS_NOT_NEXT, () -> deal.moveTo(DealStatus.ORDERED, null, null, NOW));
    deal.changeShares(9, NOW);
    assertRefused(DealError.STATUS_NOT_NEXT, () -> deal.moveTo(DealStatus.READY, null, null, NOW));
    assertRefused(DealError.NOT_READY, deal::requireHandedOut);

    DealStep ordered = deal.moveTo(DealStatus.ORDERED, " 주문했어요 ", null, DEADLINE.plusSeconds(60));
    assertThat(ordered.note()).isEqualTo("주문했어요");
    assertThat(deal.version()).isEqualTo(2);
    assertRefused(DealError.DEAL_CLOSED, () -> deal.changeShares(-1, NOW));
    assertRefused(DealError.DEAL_CLOSED, () -> deal.cancel(CancelCause.BY_HOST, "늦었어요", NOW));
    assertRefused(DealError.NOT_READY, deal::requireHandedOut);

    assertThat(deal.moveTo(DealStatus.READY, " ", null, NOW).note()).isNull();
    deal.requireHandedOut();
    deal.moveTo(DealStatus.COMPLETED, null, null, NOW);
    deal.requireHandedOut();
    assertRefused(
        DealError.STATUS_NOT_NEXT, () -> deal.moveTo(DealStatus.COMPLETED, null, null, NOW));
  }

  @Test
  void whatIsOverDoesNotGoOn() {
    assertRefused(
        DealError.DEAL_EXPIRED, () -> deal.moveTo(DealStatus.ORDERED, null, null, DEADLINE));
    deal.cancel(CancelCause.BY_HOST, "품절", NOW);
    assertRefused(DealError.DEAL_CANCELLED, () -> deal.moveTo(DealStatus.ORDERED, null, null, NOW));
  }

  @Test
  void remindsOnceADayAndOnceAnHourBeforeTheDeadline() {
    Instant day = DEADLINE.minus(24, ChronoUnit.HOURS);
    Instant hour = DEADLINE.minus(1, ChronoUnit.HOURS);
    assertThat(deal.remind(day.minusNanos(1_000))).isEmpty();
    assertThat(deal.remind(day)).contains(24);
    assertThat(deal.remind(day.plusSeconds(1))).isEmpty();
    assertThat(deal.remind(hour.plusSeconds(3))).contains(1);
    assertThat(deal.remind(DEADLINE.minusSeconds(1))).isEmpty();
  }

  @Test
  void remindersMissedByARestartAreToldAsWhatIsLeft() {
    assertThat(deal.remind(DEADLINE.minusSeconds(600))).contains(1);
    assertThat(Samples.deal().remind(DEADLINE)).as("too late").isEmpty();
  }

  @Test
  void remindsOfANewDeadlineAndNotOfWhatIsOver() {
    DealTerms terms = deal.terms();
    Instant sooner = NOW.plus(2, ChronoUnit.HOURS);
    deal.edit(
        Samples.presentation(),
        new DealTerms(
            terms.price(),
            terms.hostShares(),
            terms.unit(),
            terms.unitQuantity(),
            sooner,
            terms.pickup()),
        NOW);
    assertThat(deal.remind(NOW)).as("less than a day was given at all").isEmpty();
    assertThat(deal.remind(sooner.minusSeconds(3_600))).contains(1);

    Deal cancelled = Samples.deal();
    cancelled.cancel(CancelCause.BY_HOST, "품절", NOW);
    assertThat(cancelled.remind(DEADLINE.minusSeconds(60))).isEmpty();
    Deal full = Samples.deal();
    full.changeShares(9, NOW);
    assertThat(full.remind(DEADLINE.minusSeconds(60))).as("full, and pickup is near").contains(1);
  }

  @Test
  void anEditSaysWhatIsDifferent() {
    List<DealChange> changes =
        deal.edit(
            new DealPresentation("제주 감귤 10kg", "달아요", Category.PRODUCE, null, List.of(), List.of()),
            Samples.terms(20_000, 10, 1),
            NOW);

    assertThat(changes)
        .containsExactly(
            new DealChange("description", "노지 감귤이에요", "달아요"),
            new DealChange("keywords", "감귤", null),
            new DealChange("totalPrice", "30005", "20000"));
    assertThat(deal.edit(deal.presentation(), deal.terms(), NOW)).isEmpty();
  }

  @Test
  void aParticipantReceivesOnce() {
    Enrollment enrollment = Enrollment.confirmed(UUID.randomUUID(), deal, NEIGHBOUR, 2, NOW);

    assertThat(enrollment.receive(NOW.plusSeconds(1))).isTrue();
    assertThat(enrollment.receive(NOW.plusSeconds(2))).isFalse();
    assertThat(enrollment.receivedAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void knowsItsHostAndItsVersion() {
    deal.requireHost(HOST);
    assertRefused(DealError.NOT_THE_HOST, () -> deal.requireHost(NEIGHBOUR));
    deal.requireVersion(new ExpectedVersion(1));
    deal.requireVersion(ExpectedVersion.ANY);
    assertRefused(CommonError.VERSION_CONFLICT, () -> deal.requireVersion(new ExpectedVersion(2)));
  }

  @Test
  void anEnrolmentCostsWhatItsSharesCost() {
    Enrollment enrollment =
        Enrollment.confirmed(UUID.randomUUID(), deal, NEIGHBOUR, 2, NOW.plusNanos(1_999));

    assertThat(enrollment.amount()).isEqualTo(6_000);
    assertThat(enrollment.joinedAt()).isEqualTo(NOW.plusNanos(1_000));

    enrollment.have(3, deal.price());
    assertThat(enrollment.amount()).isEqualTo(9_000);

    enrollment.leave();
    assertThat(enrollment.status()).isEqualTo(EnrollmentStatus.CANCELLED);
    assertThat(enrollment.quantity()).as("what was given back").isEqualTo(3);
  }

  private ErrorCode reason(UUID member, int quantity, Instant now) {
    return deal.refusalToJoin(member, quantity, now).orElseThrow().code();
  }

  private static Deal openUntil(Instant deadline) {
    DealTerms terms = Samples.terms(30_000, 10, 0);
    return Deal.open(
        UUID.randomUUID(),
        HOST,
        Samples.presentation(),
        new DealTerms(
            terms.price(),
            terms.hostShares(),
            terms.unit(),
            terms.unitQuantity(),
            deadline,
            terms.pickup()),
        PaymentMethod.DIRECT,
        NOW);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
