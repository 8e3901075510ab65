package kr.gonggu.deal.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;

/**
 * Payload of {@code DealClosingSoon}.
 *
 * @param memberIds participants, without the host
 * @param hoursLeft 24 or 1
 */
public record DealClosingSoonData(
    UUID dealId,
    String dealTitle,
    UUID hostId,
    List<UUID> memberIds,
    Instant deadline,
    int hoursLeft) {

  static DealClosingSoonData of(Deal deal, int hoursLeft, List<UUID> memberIds) {
    return new DealClosingSoonData(
        deal.id(), deal.title(), deal.hostId(), memberIds, deal.terms().deadline(), hoursLeft);
  }
}
