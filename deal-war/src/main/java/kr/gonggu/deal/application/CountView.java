package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import kr.gonggu.deal.domain.DealViews;

/** Counts a member's look at a deal, once a day. */
@ApplicationScoped
public class CountView {

  @Inject DealViews views;

  /** Counts, unless this member's look was counted that day already. */
  @Transactional
  public void count(UUID dealId, UUID memberId, LocalDate day) {
    views.count(dealId, memberId, day);
  }
}
