package kr.gonggu.deal.api;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.DealStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the host did since the deal was full.
 *
 * @param receiptImageId picture of the receipt, if there is one
 */
@Schema(description = "What the host did since the deal was full")
public record DealStepResponse(
    @Schema(required = true, example = "ORDERED") DealStatus status,
    @Schema(example = "주문했어요. 목요일에 도착해요.") String note,
    @Schema(description = "Id for /images/{id}") UUID receiptImageId,
    @Schema(required = true, example = "2026-11-23T01:00:00Z") Instant at) {

  static DealStepResponse of(DealStep step) {
    return new DealStepResponse(step.status(), step.note(), step.receiptImageId(), step.takenAt());
  }
}
