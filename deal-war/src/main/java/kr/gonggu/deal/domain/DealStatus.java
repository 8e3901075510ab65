package kr.gonggu.deal.domain;

import java.time.Instant;
import java.util.Optional;

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

  /** Whether the host has moved it on since it was full. */
  public boolean afterFull() {
    return this == ORDERED || this == READY || this == COMPLETED;
  }

  /** The step by which a host moves a deal of this status on, if there is one. */
  public Optional<DealStatus> next() {
    return switch (this) {
      case FULL -> Optional.of(ORDERED);
      case ORDERED -> Optional.of(READY);
      case READY -> Optional.of(COMPLETED);
      case RECRUITING, COMPLETED, CANCELLED, EXPIRED -> Optional.empty();
    };
  }

  /**
   * What the recorded status means at an instant: a deal that still recruits is EXPIRED from its
   * deadline on, even before that is recorded.
   */
  public DealStatus at(Instant now, Instant deadline) {
    return this == RECRUITING && !deadline.isAfter(now) ? EXPIRED : this;
  }
}
