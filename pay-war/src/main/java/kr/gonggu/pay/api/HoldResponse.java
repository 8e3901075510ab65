package kr.gonggu.pay.api;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money that is promised for a deal. */
@Schema(description = "Money that is promised for a deal and cannot be spent otherwise")
public record HoldResponse(
    @Schema(required = true, description = "Of the enrolment that it is held for") UUID id,
    @Schema(required = true) UUID dealId,
    @Schema(required = true, description = "Won", example = "12500") long amount,
    @Schema(required = true, description = "Since when") Instant at) {}
