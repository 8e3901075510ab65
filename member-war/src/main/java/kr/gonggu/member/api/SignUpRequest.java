package kr.gonggu.member.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who wants to become a member. */
@Schema(name = "SignUp", description = "Somebody who wants to become a member")
public record SignUpRequest(
    @Schema(required = true, example = "kim@example.com", maxLength = 254)
        @NotBlank
        @Size(max = 254)
        String email,
    @Schema(
            required = true,
            example = "망원동 쌀집 앞 고양이",
            minLength = 8,
            maxLength = 128,
            description = "8 to 128 characters of any kind")
        @NotNull
        @Size(max = 512)
        String password,
    @Schema(
            required = true,
            example = "망원동쌀집",
            minLength = 2,
            maxLength = 20,
            description = "2 to 20 Korean or Latin letters, digits, '_' or '.'")
        @NotBlank
        @Size(max = 100)
        String nickname) {

  @Override
  public String toString() {
    return "SignUpRequest[hidden]";
  }
}
