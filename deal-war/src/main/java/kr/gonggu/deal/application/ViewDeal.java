package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import kr.gonggu.deal.domain.DealCatalogue;
import kr.gonggu.deal.domain.DealDetails;
import kr.gonggu.deal.domain.DealViews;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** Somebody looks at a deal. */
@ApplicationScoped
public class ViewDeal {

  /** Where the market is: a day ends at midnight there. */
  static final ZoneId MARKET = ZoneId.of("Asia/Seoul");

  @Inject DealCatalogue catalogue;
  @Inject DealViews views;
  @Inject Clock clock;

  /**
   * @param viewer who looks, or null for somebody not signed in
   * @throws Refusal {@code NOT_FOUND}
   */
  public DealDetails view(UUID dealId, UUID viewer) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, MARKET);
    DealDetails details =
        catalogue
            .details(dealId, viewer, now, today)
            .orElseThrow(() -> new Refusal(CommonError.NOT_FOUND, "There is no such deal."));
    // The host's own looks say nothing about the deal.
    if (viewer != null && !details.seenToday() && !details.summary().hostId().equals(viewer)) {
      views.seen(dealId, viewer, today);
    }
    return details;
  }
}
