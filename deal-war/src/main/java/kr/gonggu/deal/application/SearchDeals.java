package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import kr.gonggu.deal.domain.DealCatalogue;
import kr.gonggu.deal.domain.DealSearch;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.deal.domain.ListPosition;

/** Somebody looks for deals. */
@ApplicationScoped
public class SearchDeals {

  @Inject DealCatalogue catalogue;
  @Inject Clock clock;

  /**
   * @param after where the list goes on, or null for its beginning
   */
  public List<DealSummary> search(DealSearch search, ListPosition after, int most) {
    return catalogue.search(search, after, most, clock.instant());
  }
}
