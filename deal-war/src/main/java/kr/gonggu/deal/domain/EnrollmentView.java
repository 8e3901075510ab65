package kr.gonggu.deal.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An enrolment as it is shown.
 *
 * @param quantity shares
 * @param amount what they cost, in won
 * @param receivedAt when the participant confirmed that it has the goods, or null
 */
public record EnrollmentView(
    UUID id,
    int quantity,
    long amount,
    EnrollmentStatus status,
    Instant joinedAt,
    Instant receivedAt) {

  /** The present state of an enrolment. */
  public static EnrollmentView of(Enrollment enrollment) {
    return new EnrollmentView(
        enrollment.id(),
        enrollment.quantity(),
        enrollment.amount(),
        enrollment.status(),
        enrollment.joinedAt(),
        enrollment.receivedAt());
  }
}
