package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.CancelCause;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Enrollments;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** The host gives a deal up: every enrolment ends, everybody is told. */
@ApplicationScoped
public class CancelDeal {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * @throws Refusal {@code NOT_FOUND}, {@code NOT_THE_HOST}, or that the deal is over
   */
  @Transactional
  public void cancel(UUID dealId, UUID memberId, String reason) {
    Deal deal =
        deals
            .lock(dealId)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    deal.requireHost(memberId);
    cancel(deal, CancelCause.BY_HOST, reason);
  }

  /** Cancels a locked deal. */
  void cancel(Deal deal, CancelCause cause, String reason) {
    deal.cancel(cause, reason, clock.instant());
    List<UUID> memberIds = enrollments.memberIds(deal.id());
    enrollments.endAllByHost(deal.id());
    events.cancelled(deal, memberIds);
  }
}
