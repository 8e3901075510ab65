package kr.gonggu.deal.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.CancelCause;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealDetails;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealSummary;
import kr.gonggu.deal.domain.PaymentMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A deal as its page shows it.
 *
 * @param pricePerShare won; the host bears what the division leaves over
 * @param totalPrice won
 * @param sharesTaken the host's and the participants'
 * @param images ids in order, the first is the cover
 * @param version as in the {@code ETag}: counts the changes of what the host decides
 * @param mine the reader's own enrolment, if it has joined; of a cancelled deal the one it had
 * @param steps what the host did since the deal was full, or null
 */
@Schema(description = "A deal as its page shows it")
public record DealResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String title,
    @Schema(required = true) String description,
    @Schema(required = true) Category category,
    String productUrl,
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
    @Schema(required = true) List<String> keywords,
    @Schema(required = true, description = "Ids for /images/{id}, the first is the cover")
        List<UUID> images,
    @Schema(required = true) DealStatus status,
    @Schema(description = "Whose doing it is that it was cancelled, if so") CancelCause cancelCause,
    @Schema(description = "Why it was cancelled, if so; for BY_HOST in the host's own words")
        String cancelReason,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true, description = "Members who looked, once a day each") long views,
    @Schema(required = true, description = "As in the ETag, for If-Match") int version,
    @Schema(
            description =
                "The reader's own enrolment, if it has joined; of a cancelled deal the one it had")
        EnrollmentResponse mine,
    @Schema(
            description =
                "What the host did since the deal was full; for host and participants, else left"
                    + " out")
        List<DealStepResponse> steps) {

  static DealResponse of(DealDetails details) {
    DealSummary deal = details.summary();
    return new DealResponse(
        deal.id(),
        deal.title(),
        details.description(),
        deal.category(),
        details.productUrl(),
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
        details.keywords(),
        details.imageIds(),
        deal.status(),
        details.cancelCause(),
        details.cancelReason(),
        deal.openedAt(),
        deal.views(),
        details.version(),
        details.mine().map(EnrollmentResponse::of).orElse(null),
        details.steps().isEmpty()
            ? null
            : details.steps().stream().map(DealStepResponse::of).toList());
  }
}
