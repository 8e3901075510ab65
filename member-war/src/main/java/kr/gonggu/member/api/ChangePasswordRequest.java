package kr.gonggu.member.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A password for another. */
@Schema(name = "PasswordChange", description = "A password for another")
public record ChangePasswordRequest(
    @Schema(required = true, example = "망원동 쌀집 앞 고양이", description = "The present password")
        @NotNull
        @Size(max = 512)
        String current,
    @Schema(
            required = true,
            example = "쌀집 고양이가 이사 갔다",
            minLength = 8,
            maxLength = 128,
            description = "8 to 128 characters of any kind")
        @NotNull
        @Size(max = 512)
        String next) {

  @Override
  public String toString() {
    return "ChangePasswordRequest[hidden]";
  }
}
