package kr.gonggu.deal.infrastructure;

import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealStep;

/**
 * Payload of {@code DealStatusChanged}.
 *
 * @param note of the host, or null
 * @param memberIds participants, without the host
 */
public record DealStatusData(
    UUID dealId,
    String dealTitle,
    UUID hostId,
    DealStatus from,
    DealStatus to,
    String note,
    List<UUID> memberIds) {

  static DealStatusData of(Deal deal, DealStatus from, DealStep step, List<UUID> memberIds) {
    return new DealStatusData(
        deal.id(), deal.title(), deal.hostId(), from, step.status(), step.note(), memberIds);
  }
}
