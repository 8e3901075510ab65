package kr.gonggu.deal.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * What participants agree to by joining; fixed as soon as somebody has.
 *
 * @param price the price and how it is split
 * @param hostShares shares the host keeps, 0 to one less than there are
 * @param unit what a share is measured in: "kg", "봉지"
 * @param unitQuantity how much of the unit one share holds, more than 0
 * @param deadline until when neighbours can join, UTC, to the microsecond
 * @param pickup where the goods are handed over
 */
public record DealTerms(
    PriceSplit price,
    int hostShares,
    String unit,
    BigDecimal unitQuantity,
    Instant deadline,
    Pickup pickup) {

  /** Longest time a deal may recruit, in days. */
  public static final int LONGEST_DAYS = 60;

  /**
   * @throws Refusal {@code VALIDATION_FAILED} outside the limits
   */
  public DealTerms {
    if (hostShares < 0 || hostShares >= price.shares()) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "hostShares", "must leave at least one share to others");
    }
    unit = unit.strip();
    unitQuantity = unitQuantity.stripTrailingZeros();
    if (unitQuantity.signum() <= 0) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "unitQuantity", "must be more than 0");
    }
    deadline = deadline.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Checks what depends on when the terms are offered.
   *
   * @throws Refusal {@code VALIDATION_FAILED} when the deadline is not within the next {@value
   *     #LONGEST_DAYS} days
   */
  void requireOfferedAt(Instant now) {
    if (!deadline.isAfter(now)) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "deadline", "must be in the future");
    }
    if (deadline.isAfter(now.plus(LONGEST_DAYS, ChronoUnit.DAYS))) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          "deadline",
          "must be within %d days".formatted(LONGEST_DAYS));
    }
  }
}
