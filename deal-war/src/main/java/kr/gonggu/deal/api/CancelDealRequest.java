package kr.gonggu.deal.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The host gives a deal up.
 *
 * @param reason told to every participant
 */
@Schema(description = "The host gives a deal up")
public record CancelDealRequest(
    @Schema(required = true, example = "판매처 품절이에요") @NotBlank @Size(max = 200) String reason) {}
