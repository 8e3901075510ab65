package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Enrollments;

/** The deadline has passed: the deal is marked and told of once, however many instances notice. */
@ApplicationScoped
public class ExpireDeal {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject DealEvents events;
  @Inject Clock clock;

  /** Does nothing when the deal is not overdue, or another instance was first. */
  @Transactional
  public void expire(UUID dealId) {
    if (deals.expire(dealId, clock.instant())) {
      events.expired(deals.find(dealId).orElseThrow(), enrollments.memberIds(dealId));
    }
  }
}
