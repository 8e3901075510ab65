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

/** A participant says that it has its goods. */
@ApplicationScoped
public class ConfirmReceipt {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject Members members;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * Saying it again changes nothing and is told to nobody.
   *
   * @param nickname of the member as its token says
   * @throws Refusal {@code NOT_FOUND}, {@code NOT_JOINED}, {@code NOT_READY}
   */
  @Transactional
  public EnrollmentView confirm(UUID dealId, UUID memberId, String nickname) {
    Deal deal =
        deals
            .lock(dealId)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    Enrollment enrollment =
        enrollments
            .live(dealId, memberId)
            .orElseThrow(() -> new Refusal(DealError.NOT_JOINED, "You have not joined."));
    deal.requireHandedOut();
    if (enrollment.receive(clock.instant())) {
      events.received(deal, enrollment, members.recognize(memberId, nickname));
    }
    return EnrollmentView.of(enrollment);
  }
}
