package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealChange;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.DealHistory;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealRevision;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.ExpectedVersion;
import kr.gonggu.deal.domain.Members;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** The host changes a deal. */
@ApplicationScoped
public class EditDeal {

  @Inject Deals deals;
  @Inject Members members;
  @Inject OwnPictures ownPictures;
  @Inject DealHistory history;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * @param nickname of the member as its token says
   * @param expected upon which version the change was made
   * @throws Refusal {@code NOT_FOUND}, {@code NOT_THE_HOST}, {@code VERSION_CONFLICT}, {@code
   *     TERMS_FIXED}, {@code IMAGE_UNKNOWN}, {@code VALIDATION_FAILED}, or that the deal is over
   */
  @Transactional
  public void edit(
      UUID dealId, UUID memberId, String nickname, ExpectedVersion expected, DealEdit edit) {
    Deal deal =
        deals
            .lock(dealId)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    deal.requireHost(memberId);
    deal.requireVersion(expected);
    DealPresentation presentation = edit.upon(deal.presentation());
    if (edit.imageIds() != null) {
      ownPictures.require("imageIds", memberId, presentation.imageIds());
    }
    Instant now = clock.instant();
    List<DealChange> changes = deal.edit(presentation, edit.upon(deal.terms()), now);
    if (!changes.isEmpty()) {
      history.add(dealId, new DealRevision(deal.version(), now, changes));
    }
    events.changed(deal, members.recognize(memberId, nickname));
  }
}
