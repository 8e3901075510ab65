package kr.gonggu.deal.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealTerms;
import kr.gonggu.deal.domain.PaymentMethod;
import kr.gonggu.deal.domain.PriceSplit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new deal.
 *
 * @param productUrl where the goods are sold, http or https
 * @param totalPrice won, for all shares together
 * @param hostShares shares the host keeps
 * @param unitQuantity how much of the unit one share holds
 * @param deadline until when neighbours can join, at most 60 days ahead
 * @param imageIds own uploaded pictures in order
 */
@Schema(description = "A new deal")
public record OpenDealRequest(
    @Schema(required = true, example = "제주 감귤 10kg 나눠요") @NotBlank @Size(max = 100) String title,
    @Schema(required = true, example = "서귀포 농가 직송, 5kg씩 나눕니다.") @NotBlank @Size(max = 5000)
        String description,
    @Schema(required = true) @NotNull Category category,
    @Schema(example = "https://example.com/tangerine")
        @Size(max = 2048)
        @Pattern(regexp = WEB_ADDRESS, message = NO_WEB_ADDRESS)
        String productUrl,
    @Schema(required = true, description = "Won, for all shares", example = "30000")
        @NotNull
        @Min(1)
        @Max(PriceSplit.MOST)
        Long totalPrice,
    @Schema(required = true, example = "10")
        @NotNull
        @Min(PriceSplit.FEWEST_SHARES)
        @Max(PriceSplit.MOST_SHARES)
        Integer shares,
    @Schema(required = true, description = "Kept by the host", example = "1")
        @NotNull
        @Min(0)
        @Max(PriceSplit.MOST_SHARES - 1)
        Integer hostShares,
    @Schema(required = true, example = "kg") @NotBlank @Size(max = 20) String unit,
    @Schema(required = true, description = "How much of the unit one share holds", example = "1")
        @NotNull
        @Positive
        @Digits(integer = 6, fraction = 3)
        BigDecimal unitQuantity,
    @Schema(required = true, description = "At most 60 days ahead") @NotNull Instant deadline,
    @Schema(required = true) @NotNull @Valid PickupPlace pickup,
    @Schema(required = true, example = "DIRECT") @NotNull PaymentMethod payment,
    @Schema(description = "Words by which neighbours are alerted", example = "[\"감귤\",\"제주\"]")
        @Size(max = 10)
        List<@NotBlank @Size(max = 20) String> keywords,
    @Schema(description = "Own pictures, the first is the cover") @Size(max = 10)
        List<@NotNull UUID> imageIds) {

  /** Empty, or an address that a browser opens safely. Linear in the length of what comes. */
  static final String WEB_ADDRESS = "\\s*([hH][tT]{2}[pP][sS]?://[^\\s/?#]\\S*\\s*)?";

  static final String NO_WEB_ADDRESS = "must be an http or https address";

  DealPresentation presentation() {
    return new DealPresentation(
        title,
        description,
        category,
        productUrl,
        Objects.requireNonNullElse(keywords, List.of()),
        Objects.requireNonNullElse(imageIds, List.of()));
  }

  DealTerms terms() {
    return new DealTerms(
        new PriceSplit(totalPrice, shares),
        hostShares,
        unit,
        unitQuantity,
        deadline,
        pickup.pickup());
  }
}
