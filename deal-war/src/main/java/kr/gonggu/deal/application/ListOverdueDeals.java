package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deals;

/** Deals whose deadline has passed unnoticed so far. */
@ApplicationScoped
public class ListOverdueDeals {

  @Inject Deals deals;
  @Inject Clock clock;

  /** The most overdue first. */
  public List<UUID> list(int most) {
    return deals.overdue(clock.instant(), most);
  }
}
