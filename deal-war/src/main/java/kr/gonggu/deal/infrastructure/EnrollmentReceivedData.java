package kr.gonggu.deal.infrastructure;

import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.Enrollment;

/**
 * Payload of {@code EnrollmentReceived}.
 *
 * @param quantity shares
 */
public record EnrollmentReceivedData(
    UUID dealId,
    String dealTitle,
    UUID hostId,
    UUID enrollmentId,
    UUID memberId,
    String memberNickname,
    int quantity) {

  static EnrollmentReceivedData of(Deal deal, Enrollment enrollment, String memberNickname) {
    return new EnrollmentReceivedData(
        deal.id(),
        deal.title(),
        deal.hostId(),
        enrollment.id(),
        enrollment.memberId(),
        memberNickname,
        enrollment.quantity());
  }
}
