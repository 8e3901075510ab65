package kr.gonggu.benchmark;

import java.time.Duration;

/**
 * Says when a line is warm: its rate has stopped rising. A server that has just begun compiles what
 * a line asks of it for up to a minute, and does a fifth of what it does afterwards.
 */
final class WarmUp {

  /** How long one look at the rate takes. */
  static final Duration LOOK = Duration.ofSeconds(4);

  private static final double RISE = 1.05;
  private static final int STEADY = 2;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final long end = System.nanoTime() + LONGEST.toNanos();
  private double best;
  private int steady;

  /**
   * Hears what the last look brought.
   *
   * @param perSecond the rate of that look
   * @return whether it is still cold: the rate has risen by a twentieth within the last two looks,
   *     and less than a minute is over
   */
  boolean goesOn(double perSecond) {
    steady = perSecond > best * RISE ? 0 : steady + 1;
    best = Math.max(best, perSecond);
    return steady < STEADY && System.nanoTime() - end < 0;
  }
}
