package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealTerms;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Members;
import kr.gonggu.deal.domain.PaymentMethod;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;

/** A member opens a deal and becomes its host. */
@ApplicationScoped
public class OpenDeal {

  @Inject Deals deals;
  @Inject Members members;
  @Inject OwnPictures ownPictures;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * @param nickname of the host as its token says
   * @return the new deal's id
   * @throws Refusal {@code ESCROW_NOT_AVAILABLE}, {@code IMAGE_UNKNOWN}, {@code VALIDATION_FAILED}
   */
  @Transactional
  public UUID open(
      UUID hostId,
      String nickname,
      DealPresentation presentation,
      DealTerms terms,
      PaymentMethod payment) {
    Deal deal = Deal.open(UuidV7.next(), hostId, presentation, terms, payment, clock.instant());
    ownPictures.require("imageIds", hostId, presentation.imageIds());
    String hostNickname = members.recognize(hostId, nickname);
    deals.add(deal);
    events.opened(deal, hostNickname);
    return deal.id();
  }
}
