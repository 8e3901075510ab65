package kr.gonggu.chat.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import kr.gonggu.chat.domain.Draft;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to say.
 *
 * @param clientId the sender's own name for it; the same again is the same message
 * @param text up to 2 000 characters
 * @param imageId picture instead of or beside the text
 */
@Schema(
    name = "PostMessage",
    requiredProperties = {"clientId"})
public record PostMessageRequest(
    @NotNull
        @Pattern(regexp = "[\\x21-\\x7E]{1,64}")
        @Schema(example = "0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e15")
        String clientId,
    @Schema(example = "토요일 세 시에 정문 앞에서 봬요!", maxLength = Draft.LONGEST_TEXT) String text,
    UUID imageId) {

  Draft draft() {
    return new Draft(clientId, text, imageId);
  }
}
