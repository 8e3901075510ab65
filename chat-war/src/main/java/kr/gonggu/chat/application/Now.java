package kr.gonggu.chat.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time of an entry, as exact as the database keeps it: live and from history it is the same.
 */
final class Now {

  private Now() {}

  static Instant of(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
