package kr.gonggu.deal.infrastructure;

import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.Enrollment;

/**
 * Payload of {@code EnrollmentConfirmed}, {@code EnrollmentChanged} and {@code
 * EnrollmentCancelled}.
 *
 * @param quantity shares; at cancellation those that were given back
 * @param amount what these shares cost, in won
 * @param sharesTaken of the deal, after this
 */
public record EnrollmentData(
    UUID dealId,
    String dealTitle,
    UUID hostId,
    UUID enrollmentId,
    UUID memberId,
    String memberNickname,
    int quantity,
    long amount,
    int sharesTaken,
    int shares) {

  static EnrollmentData of(Deal deal, Enrollment enrollment, String memberNickname) {
    return new EnrollmentData(
        deal.id(),
        deal.title(),
        deal.hostId(),
        enrollment.id(),
        enrollment.memberId(),
        memberNickname,
        enrollment.quantity(),
        enrollment.amount(),
        deal.sharesTaken(),
        deal.price().shares());
  }
}
