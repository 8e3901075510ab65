package kr.gonggu.deal.domain;

import java.time.LocalDate;
import java.util.UUID;

/** Who looked at which deal. */
public interface DealViews {

  /**
   * Counts a member's look at a deal, once a day.
   *
   * @return true when it was the first that day
   */
  boolean count(UUID dealId, UUID memberId, LocalDate day);
}
