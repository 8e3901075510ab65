package kr.gonggu.deal.domain;

import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * A price in whole won, split over equal shares so that the parts add up to it exactly.
 *
 * <p>Every share costs the price divided by the shares, rounded down to the won. What is left over
 * (fewer won than there are shares) is carried by the host: so a participant's part depends only on
 * how many shares it has, never on who joined or left before, and nobody pays more than a
 * neighbour.
 *
 * @param totalPrice won, 1 to {@value #MOST}, and at least one won per share
 * @param shares {@value #FEWEST_SHARES} to {@value #MOST_SHARES}
 */
public record PriceSplit(long totalPrice, int shares) {

  /** Highest price of a deal, in won. */
  public static final long MOST = 100_000_000;

  /** A deal has something to split. */
  public static final int FEWEST_SHARES = 2;

  /** Most shares of one deal. */
  public static final int MOST_SHARES = 1_000;

  /**
   * @throws Refusal {@code VALIDATION_FAILED} outside the limits
   */
  public PriceSplit {
    if (totalPrice < 1 || totalPrice > MOST) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "totalPrice", "must be between 1 and " + MOST);
    }
    if (shares < FEWEST_SHARES || shares > MOST_SHARES) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          "shares",
          "must be between %d and %d".formatted(FEWEST_SHARES, MOST_SHARES));
    }
    if (totalPrice < shares) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "totalPrice", "must be at least one won per share");
    }
  }

  /** What one share costs, in won. */
  public long perShare() {
    return totalPrice / shares;
  }

  /** Won left over by the division; the host carries them. */
  public long remainder() {
    return totalPrice % shares;
  }

  /**
   * What a participant pays for some shares.
   *
   * @param quantity 0 to {@code shares}
   * @return won
   */
  public long costOf(int quantity) {
    if (quantity < 0 || quantity > shares) {
      throw new IllegalArgumentException(quantity + " of " + shares + " shares");
    }
    return perShare() * quantity;
  }

  /**
   * What the host bears, so that all parts add up to the total price.
   *
   * @param soldToOthers shares that others have, 0 to {@code shares}
   * @return won: the shares that nobody else has, and the remainder
   */
  public long hostPart(int soldToOthers) {
    return totalPrice - costOf(soldToOthers);
  }
}
