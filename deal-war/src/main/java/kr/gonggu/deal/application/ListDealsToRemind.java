package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deals;

/** Deals whose host and participants are to be told that the deadline is near. */
@ApplicationScoped
public class ListDealsToRemind {

  @Inject Deals deals;
  @Inject Clock clock;

  /** The longest due first. */
  public List<UUID> list(int most) {
    return deals.toRemind(clock.instant(), most);
  }
}
