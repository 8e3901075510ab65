package kr.gonggu.deal.infrastructure;

import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.CancelCause;
import kr.gonggu.deal.domain.Deal;

/**
 * Payload of {@code DealFull}, {@code DealExpired} and {@code DealCancelled}.
 *
 * @param cause for {@code DealCancelled} only
 * @param reason for {@code DealCancelled} only
 * @param memberIds participants, without the host
 */
public record DealMembersData(
    UUID dealId,
    String dealTitle,
    UUID hostId,
    CancelCause cause,
    String reason,
    List<UUID> memberIds) {

  static DealMembersData of(Deal deal, List<UUID> memberIds) {
    return new DealMembersData(deal.id(), deal.title(), deal.hostId(), null, null, memberIds);
  }

  static DealMembersData cancelled(Deal deal, List<UUID> memberIds) {
    return new DealMembersData(
        deal.id(), deal.title(), deal.hostId(), deal.cancelCause(), deal.cancelReason(), memberIds);
  }
}
