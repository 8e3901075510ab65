package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import kr.gonggu.deal.domain.DealViews;

/** Forgets who looked at which deal as soon as it no longer matters; the sums stay. */
@ApplicationScoped
public class ForgetOldViews {

  @Inject DealViews views;
  @Inject Clock clock;

  /** Keeps today's looks and yesterday's, for clocks that differ. */
  @Transactional
  public void forget() {
    views.forgetBefore(LocalDate.ofInstant(clock.instant(), ViewDeal.MARKET).minusDays(1));
  }
}
