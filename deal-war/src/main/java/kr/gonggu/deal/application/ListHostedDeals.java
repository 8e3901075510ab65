package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealCatalogue;
import kr.gonggu.deal.domain.DealSummary;

/** Deals that a member opened, the last first. */
@ApplicationScoped
public class ListHostedDeals {

  @Inject DealCatalogue catalogue;
  @Inject Clock clock;

  /**
   * @param before id of the last deal seen, or null
   */
  public List<DealSummary> list(UUID memberId, UUID before, int most) {
    return catalogue.hostedBy(memberId, before, most, clock.instant());
  }
}
