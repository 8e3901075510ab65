package kr.gonggu.member.api;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changes of a profile; what is left out stays.
 *
 * @param password the present one, needed with either
 */
@Schema(name = "ProfileChange", description = "What changes of a profile; what is left out stays")
public record ChangeProfileRequest(
    @Schema(example = "망원동감귤", minLength = 2, maxLength = 20) @Size(max = 100) String nickname,
    @Schema(example = "lee@example.com", maxLength = 254) @Size(max = 254) String email,
    @Schema(example = "망원동 쌀집 앞 고양이", description = "The present one, needed with either")
        @Size(max = 512)
        String password) {

  @Override
  public String toString() {
    return "ChangeProfileRequest[hidden]";
  }
}
