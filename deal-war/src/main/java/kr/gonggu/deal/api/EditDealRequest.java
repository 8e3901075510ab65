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
import java.util.UUID;
import kr.gonggu.deal.application.DealEdit;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.PriceSplit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the host wants different; what is left out stays as it is. From {@code totalPrice} on only
 * while nobody has joined.
 *
 * @param productUrl empty takes the address away
 */
@Schema(description = "What the host wants different; what is left out stays as it is")
public record EditDealRequest(
    @Schema(example = "제주 감귤 10kg, 토요일에 나눠요")
        @Pattern(regexp = VISIBLE, message = "{jakarta.validation.constraints.NotBlank.message}")
        @Size(max = 100)
        String title,
    @Pattern(regexp = VISIBLE, message = "{jakarta.validation.constraints.NotBlank.message}")
        @Size(max = 5000)
        String description,
    Category category,
    @Schema(description = "Empty takes the address away")
        @Size(max = 2048)
        @Pattern(regexp = OpenDealRequest.WEB_ADDRESS, message = OpenDealRequest.NO_WEB_ADDRESS)
        String productUrl,
    @Schema(example = "[\"감귤\",\"서귀포\"]") @Size(max = 10)
        List<@NotBlank @Size(max = 20) String> keywords,
    @Size(max = 10) List<@NotNull UUID> imageIds,
    @Schema(example = "32000") @Min(1) @Max(PriceSplit.MOST) Long totalPrice,
    @Min(PriceSplit.FEWEST_SHARES) @Max(PriceSplit.MOST_SHARES) Integer shares,
    @Min(0) @Max(PriceSplit.MOST_SHARES - 1) Integer hostShares,
    @Pattern(regexp = VISIBLE, message = "{jakarta.validation.constraints.NotBlank.message}")
        @Size(max = 20)
        String unit,
    @Positive @Digits(integer = 6, fraction = 3) BigDecimal unitQuantity,
    Instant deadline,
    @Valid PickupPlace pickup) {

  /** Not only white space; unlike {@code @NotBlank} this allows the field to be left out. */
  private static final String VISIBLE = "[\\s\\S]*\\S[\\s\\S]*";

  DealEdit edit() {
    return new DealEdit(
        title,
        description,
        category,
        productUrl,
        keywords,
        imageIds,
        totalPrice,
        shares,
        hostShares,
        unit,
        unitQuantity,
        deadline,
        pickup == null ? null : pickup.pickup());
  }
}
