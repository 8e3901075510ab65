package kr.gonggu.deal.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Orders of the list of deals. Each ends with the id, so that every deal has one place. */
public enum DealSort {
  /** Last opened first. */
  NEWEST("newest"),
  /** Nearest deadline first. */
  ENDING_SOON("endingSoon"),
  /** Most looked at first. */
  POPULAR("popular"),
  /** Fewest shares left first. */
  ALMOST_FULL("almostFull"),
  /** Shortest way to the pickup first; needs an area. */
  NEAREST("nearest");

  private final String wireName;

  DealSort(String wireName) {
    this.wireName = wireName;
  }

  /** The contract's name. */
  public String wireName() {
    return wireName;
  }

  /** Where a deal stands in this order. */
  public ListPosition positionOf(DealSummary deal) {
    long key =
        switch (this) {
          case NEWEST -> 0;
          case ENDING_SOON -> ChronoUnit.MICROS.between(Instant.EPOCH, deal.deadline());
          case POPULAR -> deal.views();
          case ALMOST_FULL -> (long) deal.shares() - deal.sharesTaken();
          case NEAREST -> deal.distanceMeters();
        };
    return new ListPosition(key, deal.id());
  }
}
