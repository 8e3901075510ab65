package kr.gonggu.pay.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kr.gonggu.lib.error.Refusal;

/**
 * How much a member may send to others.
 *
 * @param perTransfer most won at once
 * @param perDay most won in one day
 * @param zone where the day begins and ends
 */
public record RemittanceLimits(long perTransfer, long perDay, ZoneId zone) {

  /**
   * Looks at one remittance by itself.
   *
   * @throws Refusal {@code TRANSFER_LIMIT_EXCEEDED}
   */
  public void checkTransfer(long amount) {
    if (amount > perTransfer) {
      throw new Refusal(
          PayError.TRANSFER_LIMIT_EXCEEDED,
          "At most %d won can be sent at once.".formatted(perTransfer));
    }
  }

  /**
   * Looks at a remittance together with those before it.
   *
   * @param before already sent on the same day, in won
   * @throws Refusal {@code DAILY_LIMIT_EXCEEDED}
   */
  public void checkDay(long before, long amount) {
    if (amount > perDay - before) {
      throw new Refusal(
          PayError.DAILY_LIMIT_EXCEEDED,
          "At most %d won can be sent in one day, and %d were sent today."
              .formatted(perDay, before));
    }
  }

  /** The day to which an instant belongs. */
  public LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
