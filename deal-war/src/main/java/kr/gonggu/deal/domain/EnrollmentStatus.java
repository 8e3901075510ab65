package kr.gonggu.deal.domain;

/** Where an enrolment stands. */
public enum EnrollmentStatus {
  /** Shares are reserved, the hold is not yet placed (ESCROW only). */
  PENDING,
  CONFIRMED,
  WAITLISTED,
  /** Given up by the participant, or by the host for all. */
  CANCELLED
}
