package kr.gonggu.deal.domain;

/** Who ended an enrolment: a participant forgets what it left, but sees what the host gave up. */
public enum CancelledBy {
  MEMBER,
  HOST
}
