package kr.gonggu.deal.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.deal.domain.PaymentMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deal as lists show it.
 *
 * @param pricePerShare won
 * @param totalPrice won
 * @param sharesTaken the host's and the participants'
 * @param unitQuantity how much of the unit one share holds
 * @param imageId first picture, if any
 * @param distanceMeters from the place asked for, if one was
 */
@Schema(description = "A deal as lists show it")
public record DealSummaryResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String title,
    @Schema(required = true) Category category,
    @Schema(required = true) Neighbor host,
    @Schema(required = true, description = "Won", example = "3000") long pricePerShare,
    @Schema(required = true, description = "Won", example = "30000") long totalPrice,
    @Schema(required = true, example = "10") int shares,
    @Schema(required = true, example = "1") int hostShares,
    @Schema(required = true, description = "The host's and the participants'", example = "4")
        int sharesTaken,
    @Schema(required = true, example = "kg") String unit,
    @Schema(required = true, description = "How much of the unit one share holds", example = "1")
        BigDecimal unitQuantity,
    @Schema(required = true) Instant deadline,
    @Schema(required = true) PickupPlace pickup,
    @Schema(required = true) PaymentMethod payment,
    @Schema(required = true) DealStatus status,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true, description = "Members who looked, once a day each") long views,
    @Schema(description = "First picture, if any") UUID imageId,
    @Schema(description = "Metres from the place asked for, if one was", example = "420")
        Long distanceMeters) {

  static DealSummaryResponse of(DealSummary deal) {
    return new DealSummaryResponse(
        deal.id(),
        deal.title(),
        deal.category(),
        new Neighbor(deal.hostId(), deal.hostNickname()),
        deal.pricePerShare(),
        deal.totalPrice(),
        deal.shares(),
        deal.hostShares(),
        deal.sharesTaken(),
        deal.unit(),
        deal.unitQuantity(),
        deal.deadline(),
        PickupPlace.of(deal.pickup()),
        deal.payment(),
        deal.status(),
        deal.openedAt(),
        deal.views(),
        deal.coverId(),
        deal.distanceMeters());
  }
}
