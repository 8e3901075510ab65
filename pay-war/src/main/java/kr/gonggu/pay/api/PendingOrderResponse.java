package kr.gonggu.pay.api;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.pay.application.PendingOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money on its way between bank and wallet. */
@Schema(description = "Money on its way between bank and wallet: the bank has not answered yet")
public record PendingOrderResponse(
    @Schema(required = true, description = "Of the transfer that it makes in the wallet") UUID id,
    @Schema(required = true, description = "CHARGE or WITHDRAWAL") MovementKind kind,
    @Schema(required = true, description = "Won", example = "30000") long amount,
    @Schema(required = true, description = "When it was asked for") Instant at) {

  static PendingOrderResponse of(PendingOrder order) {
    return new PendingOrderResponse(
        order.id(), MovementKind.valueOf(order.kind().name()), order.amount(), order.at());
  }
}
