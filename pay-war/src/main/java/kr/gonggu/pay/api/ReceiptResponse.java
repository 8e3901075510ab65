package kr.gonggu.pay.api;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.application.Receipt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member gets for money that was moved or is on its way. */
@Schema(description = "Money was moved, or is on its way")
public record ReceiptResponse(
    @Schema(required = true, description = "Of the transfer") UUID id,
    @Schema(required = true) MovementKind kind,
    @Schema(required = true) MovementStatus status,
    @Schema(required = true, description = "Won", example = "12500") long amount,
    @Schema(
            required = true,
            description =
                "Of the member's wallet afterwards (with a charge that is pending: now), in won",
            example = "57500")
        long balance,
    @Schema(
            required = true,
            description = "What can be spent afterwards, in won",
            example = "57500")
        long available,
    @Schema(required = true) Instant at,
    @Schema(description = "Who received it, for a remittance", example = "초록마을") String toNickname,
    @Schema(description = "The deal it was for") UUID dealId,
    @Schema(example = "귤 두 상자") String memo) {

  static ReceiptResponse of(Receipt receipt) {
    return new ReceiptResponse(
        receipt.id(),
        MovementKind.of(receipt.kind()),
        receipt.pending() ? MovementStatus.PENDING : MovementStatus.DONE,
        receipt.amount(),
        receipt.balance(),
        receipt.available(),
        receipt.at(),
        receipt.toNickname(),
        receipt.dealId(),
        receipt.memo());
  }
}
