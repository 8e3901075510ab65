package kr.gonggu.member.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a device keeps to get access tokens: a random name of its session (128 bit) and a random
 * secret (256 bit) that is replaced at every use. The name lets the theft of an old token be
 * recognised without remembering every secret there ever was; like the secret it is known to nobody
 * but the device.
 *
 * @param family the session's secret name, 22 characters of base64url
 * @param secret 43 characters of base64url
 */
public record RefreshToken(String family, String secret) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

  /**
   * @param text as it came from outside, or null
   * @return empty when this cannot be a refresh token
   */
  public static Optional<RefreshToken> parse(String text) {
    if (text == null) {
      return Optional.empty();
    }
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new RefreshToken(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** The token's text, for its cookie. */
  public String text() {
    return family + "." + secret;
  }

  @Override
  public String toString() {
    return "RefreshToken[hidden]";
  }
}
