package kr.gonggu.deal.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import kr.gonggu.deal.domain.DealStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The next step of a full deal.
 *
 * @param note for the participants
 * @param receiptImageId own uploaded picture of the receipt
 */
@Schema(description = "The next step of a full deal")
public record MoveDealRequest(
    @Schema(required = true, example = "ORDERED") @NotNull Step to,
    @Schema(description = "For the participants", example = "주문했어요. 목요일에 도착해요.") @Size(max = 500)
        String note,
    @Schema(description = "Own uploaded picture of the receipt") UUID receiptImageId) {

  /** Steps in their order. */
  public enum Step {
    ORDERED,
    READY,
    COMPLETED;

    DealStatus status() {
      return DealStatus.valueOf(name());
    }
  }
}
