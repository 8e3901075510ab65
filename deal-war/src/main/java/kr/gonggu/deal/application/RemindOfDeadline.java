package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealEvents;
import kr.gonggu.deal.domain.Deals;
import kr.gonggu.deal.domain.Enrollments;

/**
 * The deadline is near: host and participants are told, once for each reminder, however many
 * instances notice. When it is due stands in the database, so a restart forgets nothing.
 */
@ApplicationScoped
public class RemindOfDeadline {

  @Inject Deals deals;
  @Inject Enrollments enrollments;
  @Inject DealEvents events;
  @Inject Clock clock;

  /**
   * Does nothing when no reminder is due, or another instance was first.
   *
   * @return true for one caller only, however many try
   */
  @Transactional
  public boolean remind(UUID dealId) {
    Optional<Deal> deal = deals.lock(dealId);
    Optional<Integer> hoursLeft = deal.flatMap(found -> found.remind(clock.instant()));
    hoursLeft.ifPresent(
        hours -> events.closingSoon(deal.get(), hours, enrollments.memberIds(dealId)));
    return hoursLeft.isPresent();
  }
}
