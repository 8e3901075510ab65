package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import kr.gonggu.deal.domain.DealViews;

/** Records a member's look at a deal, once a day. */
@ApplicationScoped
public class RecordView {

  @Inject DealViews views;

  /** Records it, unless this member looked that day already. */
  @Transactional
  public void record(UUID dealId, UUID memberId, LocalDate day) {
    views.record(dealId, memberId, day);
  }
}
