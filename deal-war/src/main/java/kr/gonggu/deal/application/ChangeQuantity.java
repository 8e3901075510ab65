package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

/** A participant wants more or fewer shares. */
@ApplicationScoped
public class ChangeQuantity {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject Members members;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * @param nickname of the member as its token says
   * @param quantity shares from now on, at least 1
   * @throws Refusal {@code NOT_FOUND}, {@code NOT_JOINED}, {@code DEAL_FULL}, {@code
   *     SHARES_NOT_LEFT}, or that the deal is over
   */
  @Transactional
  public EnrollmentView change(UUID dealId, UUID memberId, String nickname, int quantity) {
    Deal deal =
        deals
            .lock(dealId)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    Enrollment enrollment =
        enrollments
            .live(dealId, memberId)
            .orElseThrow(() -> new Refusal(DealError.NOT_JOINED, "You have not joined."));
    boolean last = deal.changeShares(quantity - enrollment.quantity(), clock.instant());
    if (quantity != enrollment.quantity()) {
      enrollment.have(quantity, deal.price());
      events.enrollmentChanged(deal, enrollment, members.recognize(memberId, nickname));
    }
    if (last) {
      events.full(deal, enrollments.memberIds(dealId));
    }
    return EnrollmentView.of(enrollment);
  }
}
