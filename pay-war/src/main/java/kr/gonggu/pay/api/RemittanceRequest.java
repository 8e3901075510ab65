package kr.gonggu.pay.api;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.UUID;
import kr.gonggu.pay.application.Remittance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money for a neighbour.
 *
 * @param toNickname who is to have it
 * @param amount in won, at least 1
 * @param dealId the deal it is for, or null
 * @param memo a word with it, at most 100 characters, or null
 */
@Schema(description = "Money for a neighbour")
public record RemittanceRequest(
    @Schema(required = true, maxLength = 40, example = "초록마을") @NotBlank @Size(max = 40)
        String toNickname,
    @Schema(
            required = true,
            implementation = Long.class,
            minimum = "1",
            description = "Whole won",
            example = "12500")
        @Won
        JsonValue amount,
    @Schema(description = "The deal it is for") UUID dealId,
    @Schema(maxLength = 100, example = "귤 두 상자") @Size(max = 100) String memo) {

  long won() {
    return ((JsonNumber) amount).longValueExact();
  }

  /** In the form in which member keeps nicknames; a blank memo is none. */
  Remittance remittance(UUID id, String fromNickname) {
    return new Remittance(
        id,
        fromNickname,
        Normalizer.normalize(toNickname.strip(), Normalizer.Form.NFC),
        dealId,
        memo == null || memo.isBlank() ? null : memo.strip());
  }
}
