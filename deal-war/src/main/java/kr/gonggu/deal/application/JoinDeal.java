package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealError;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Enrollment;
import kr.gonggu.deal.domain.EnrollmentView;
import kr.gonggu.deal.domain.Enrollments;
import kr.gonggu.deal.domain.Members;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;

/** A member takes shares of a deal. */
@ApplicationScoped
public class JoinDeal {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject Members members;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * @param nickname of the member as its token says
   * @param quantity shares, at least 1
   * @throws Refusal {@code NOT_FOUND}, {@code HOST_CANNOT_JOIN}, {@code ALREADY_JOINED}, {@code
   *     DEAL_FULL}, {@code SHARES_NOT_LEFT}, {@code DEAL_EXPIRED}, {@code DEAL_CANCELLED}, {@code
   *     DEAL_CLOSED}
   */
  @Transactional
  public EnrollmentView join(UUID dealId, UUID memberId, String nickname, int quantity) {
    Instant now = clock.instant();
    // Before the deal is locked: whatever happens under that lock, everybody else waits for.
    String memberNickname = members.recognize(memberId, nickname);
    if (!deals.takeShares(dealId, memberId, quantity, now)) {
      throw whyNot(dealId, memberId, quantity, now);
    }
    Deal deal = deals.find(dealId).orElseThrow();
    Enrollment enrollment = Enrollment.confirmed(UuidV7.next(), deal, memberId, quantity, now);
    enrollments.add(enrollment);
    events.enrollmentConfirmed(deal, enrollment, memberNickname);
    if (deal.sharesLeft() == 0) {
      events.full(deal, enrollments.memberIds(dealId));
    }
    return EnrollmentView.of(enrollment);
  }

  private Refusal whyNot(UUID dealId, UUID memberId, int quantity, Instant now) {
    Deal deal =
        deals
            .find(dealId)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    if (enrollments.live(dealId, memberId).isPresent()) {
      return new Refusal(
          DealError.ALREADY_JOINED, "You have joined already: change the quantity instead.");
    }
    return deal.refusalToJoin(memberId, quantity, now)
        .orElseGet(
            // Somebody left between the two statements.
            () -> new Refusal(DealError.DEAL_FULL, "Every share was taken at that moment."));
  }
}
