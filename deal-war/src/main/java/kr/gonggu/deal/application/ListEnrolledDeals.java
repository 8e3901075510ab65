package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealCatalogue;
import kr.gonggu.deal.domain.EnrolledDeal;

/** Deals that a member joined, the last first. */
@ApplicationScoped
public class ListEnrolledDeals {

  @Inject DealCatalogue catalogue;
  @Inject Clock clock;

  /**
   * @param before id of the last enrolment seen, or null
   */
  public List<EnrolledDeal> list(UUID memberId, UUID before, int most) {
    return catalogue.enrolledBy(memberId, before, most, clock.instant());
  }
}
