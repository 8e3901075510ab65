package kr.gonggu.deal.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What hosts changed about their deals; nothing is ever taken out of it. */
public interface DealHistory {

  /** Keeps what was changed; the version is the deal's own. */
  void add(UUID dealId, DealRevision revision);

  /**
   * A deal's revisions, the last first.
   *
   * @param before version of the last revision seen, or null
   * @return empty when there is no such deal
   */
  Optional<List<DealRevision>> of(UUID dealId, Integer before, int most);
}
