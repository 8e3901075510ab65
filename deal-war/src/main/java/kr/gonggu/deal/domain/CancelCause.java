package kr.gonggu.deal.domain;

/** Whose doing it is that a deal was cancelled. */
public enum CancelCause {
  /** The host gave it up; the reason is in its own words. */
  BY_HOST,
  /** The host left the service, which words the reason itself. */
  HOST_LEFT
}
