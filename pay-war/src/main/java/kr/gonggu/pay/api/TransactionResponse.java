package kr.gonggu.pay.api;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.domain.HistoryEntry;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a wallet's history. */
@Schema(description = "One line of the wallet's history")
public record TransactionResponse(
    @Schema(required = true, description = "Of the transfer") UUID id,
    @Schema(required = true) MovementKind kind,
    @Schema(
            required = true,
            enumeration = {"in", "out"},
            description = "Whether the money came or went")
        String direction,
    @Schema(required = true, description = "Won", example = "12500") long amount,
    @Schema(
            required = true,
            description = "Of the wallet after this movement, in won",
            example = "57500")
        long balanceAfter,
    @Schema(required = true) Instant at,
    @Schema(description = "The other member; left out when it was the bank")
        Counterparty counterparty,
    @Schema(description = "The deal it was for") UUID dealId,
    @Schema(example = "귤 두 상자") String memo) {

  static TransactionResponse of(HistoryEntry entry) {
    return new TransactionResponse(
        entry.transferId(),
        MovementKind.of(entry.kind()),
        entry.amount() > 0 ? "in" : "out",
        Math.abs(entry.amount()),
        entry.balanceAfter(),
        entry.at(),
        entry.counterpartyId() == null
            ? null
            : new Counterparty(entry.counterpartyId(), entry.counterpartyNickname()),
        entry.dealId(),
        entry.memo());
  }
}
