package kr.gonggu.deal.domain;

import java.time.Instant;

/**
 * Where a deal stands: RECRUITING → FULL → ORDERED → READY → COMPLETED; CANCELLED by the host;
 * EXPIRED at the deadline when not full. A FULL deal recruits again when somebody leaves in time.
 */
public enum DealStatus {
  RECRUITING,
  FULL,
  ORDERED,
  READY,
  COMPLETED,
  CANCELLED,
  EXPIRED;

  /**
   * What the recorded status means at an instant: a deal that still recruits is EXPIRED from its
   * deadline on, even before that is recorded.
   */
  public DealStatus at(Instant now, Instant deadline) {
    return this == RECRUITING && !deadline.isAfter(now) ? EXPIRED : this;
  }
}
