package kr.gonggu.benchmark;

import java.util.UUID;

/**
 * Ids of what the benchmark makes: UUIDv7 (RFC 9562) with a fixed time, so that a preparation that
 * was cut off can be taken up again.
 */
final class Ids {

  /** 2026-01-01T00:00:00Z: whatever is made later is newer. */
  private static final long TIME = 1_767_225_600_000L;

  private Ids() {}

  static UUID member(int number) {
    return id(TIME, number);
  }

  /** Deals' ids grow with their number, as if they had been opened one after the other. */
  static UUID deal(int number) {
    return id(TIME + 1_000_000L + number * 60_000L, number);
  }

  /** The time in an id, in milliseconds since 1970. */
  static long millis(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }

  /** The number of which an id was made. */
  static int number(UUID id) {
    return (int) id.getLeastSignificantBits();
  }

  private static UUID id(long millis, int number) {
    return new UUID(millis << 16 | 0x7000L, 0x8000_0000_0000_0000L | number);
  }
}
