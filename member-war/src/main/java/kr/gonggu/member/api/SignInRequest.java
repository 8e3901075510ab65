package kr.gonggu.member.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member at the door.
 *
 * @param login nickname or e-mail address
 * @param device how the list of sessions calls this device; the browser's name for itself if absent
 */
@Schema(name = "SignIn", description = "A member at the door")
public record SignInRequest(
    @Schema(required = true, example = "망원동쌀집", description = "Nickname or e-mail address")
        @NotBlank
        @Size(max = 254)
        String login,
    @Schema(required = true, example = "망원동 쌀집 앞 고양이") @NotNull @Size(max = 512) String password,
    @Schema(
            example = "내 휴대폰",
            description =
                "How the list of sessions calls this device; the browser's name for itself if"
                    + " absent")
        @Size(max = 100)
        String device) {

  @Override
  public String toString() {
    return "SignInRequest[hidden]";
  }
}
