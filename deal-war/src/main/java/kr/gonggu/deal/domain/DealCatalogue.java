package kr.gonggu.deal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deals to look at: each question is one query, whatever the number of deals. */
public interface DealCatalogue {

  /**
   * @param after where the list goes on, or null for its beginning
   * @param most how many at once
   */
  List<DealSummary> search(DealSearch search, ListPosition after, int most, Instant now);

  /**
   * @param viewer who looks, or null for somebody not signed in
   * @param today the day for which looks are counted
   */
  Optional<DealDetails> details(UUID id, UUID viewer, Instant now, LocalDate today);

  /**
   * A member's own deals, last opened first.
   *
   * @param before id of the last deal seen, or null
   */
  List<DealSummary> hostedBy(UUID member, UUID before, int most, Instant now);

  /**
   * Deals a member joined and did not leave, last joined first. Those that the host cancelled are
   * among them.
   *
   * @param before id of the last enrolment seen, or null
   */
  List<EnrolledDeal> enrolledBy(UUID member, UUID before, int most, Instant now);

  /**
   * Who joined a deal, first come first.
   *
   * @param after id of the last enrolment seen, or null
   * @return empty when there is no such deal
   */
  Optional<List<Participant>> participants(UUID dealId, UUID after, int most);
}
