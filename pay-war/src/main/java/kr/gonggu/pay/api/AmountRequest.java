package kr.gonggu.pay.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much is to be moved between bank and wallet.
 *
 * @param amount in won, at least 1
 */
@Schema(description = "How much is to be moved between bank and wallet")
public record AmountRequest(
    @Schema(
            required = true,
            implementation = Long.class,
            minimum = "1",
            description = "Whole won",
            example = "30000")
        @Won
        JsonValue amount) {

  long won() {
    return ((JsonNumber) amount).longValueExact();
  }
}
