package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealStep;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Enrollments;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** The host moves a full deal on: ordered, ready, completed. */
@ApplicationScoped
public class MoveDeal {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject OwnPictures ownPictures;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * @param to ORDERED, READY or COMPLETED
   * @param note for the participants, or null
   * @param receiptImageId picture of the receipt that the host uploaded, or null
   * @throws Refusal {@code NOT_FOUND}, {@code NOT_THE_HOST}, {@code IMAGE_UNKNOWN}, {@code
   *     STATUS_NOT_NEXT}, or that the deal is over
   */
  @Transactional
  public void move(UUID dealId, UUID memberId, DealStatus to, String note, UUID receiptImageId) {
    Deal deal =
        deals
            .lock(dealId)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    deal.requireHost(memberId);
    if (receiptImageId != null) {
      ownPictures.require("receiptImageId", memberId, List.of(receiptImageId));
    }
    Instant now = clock.instant();
    DealStatus from = deal.status(now);
    DealStep step = deal.moveTo(to, note, receiptImageId, now);
    events.statusChanged(deal, from, step, enrollments.memberIds(dealId));
  }
}
