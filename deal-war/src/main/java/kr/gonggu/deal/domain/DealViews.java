package kr.gonggu.deal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who looked at which deal: each member counts once a day. A look is recorded at once and added up
 * a little later, so that it never waits for somebody who joins.
 */
public interface DealViews {

  /** Records a member's look; a second one that day changes nothing. */
  void record(UUID dealId, UUID memberId, LocalDate day);

  /** Deals with looks that are not added up yet. */
  List<UUID> notAddedUp(int most);

  /** Adds a deal's new looks to its sum; each once, however many do this. */
  void addUp(UUID dealId);

  /** Forgets who looked before a day; the sums stay. */
  void forgetBefore(LocalDate day);
}
