package kr.gonggu.deal.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A deal as lists show it.
 *
 * @param hostNickname as member told last
 * @param totalPrice won
 * @param sharesTaken the host's and the participants'
 * @param unitQuantity how much of the unit one share holds
 * @param status at the time of asking
 * @param coverId first picture, or null
 * @param views members' looks, one per member and day
 * @param distanceMeters from the centre of the area asked for, or null
 */
public record DealSummary(
    UUID id,
    String title,
    Category category,
    UUID hostId,
    String hostNickname,
    long totalPrice,
    int shares,
    int hostShares,
    int sharesTaken,
    String unit,
    BigDecimal unitQuantity,
    Instant deadline,
    Pickup pickup,
    PaymentMethod payment,
    DealStatus status,
    Instant openedAt,
    UUID coverId,
    long views,
    Long distanceMeters) {

  /** Won for one share. */
  public long pricePerShare() {
    return new PriceSplit(totalPrice, shares).perShare();
  }
}
