package kr.gonggu.deal.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import kr.gonggu.deal.domain.PriceSplit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many shares a participant wants.
 *
 * @param quantity at least 1
 */
@Schema(description = "How many shares a participant wants")
public record QuantityRequest(
    @Schema(required = true, example = "2") @NotNull @Min(1) @Max(PriceSplit.MOST_SHARES)
        Integer quantity) {}
