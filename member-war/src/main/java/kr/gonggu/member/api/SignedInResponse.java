package kr.gonggu.member.api;

import kr.gonggu.member.application.SignedIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a signed-in device needs. The refresh token is not here but in its cookie.
 *
 * @param expiresIn seconds
 */
@Schema(name = "SignedIn", description = "What a signed-in device needs")
public record SignedInResponse(
    @Schema(required = true, description = "For the Authorization header, at every service")
        String accessToken,
    @Schema(required = true, example = "600", description = "Seconds") long expiresIn,
    @Schema(required = true) ProfileResponse member) {

  static SignedInResponse of(SignedIn signedIn) {
    return new SignedInResponse(
        signedIn.accessToken().text(),
        signedIn.accessToken().validity().toSeconds(),
        ProfileResponse.of(signedIn.member()));
  }

  @Override
  public String toString() {
    return "SignedInResponse[hidden]";
  }
}
