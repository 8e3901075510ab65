package kr.gonggu.member.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * An e-mail address in the one form that it is stored and compared in: trimmed, lower case, an
 * international domain in its ASCII form (RFC 5890). Lower case also before the at sign: by RFC
 * 5321 a host might tell {@code Kim} from {@code kim}, but none does, and people type both.
 *
 * @param value normalised, at most 254 ASCII characters (RFC 5321, section 4.5.3.1)
 */
public record Email(String value) {

  private static final int MOST = 254;
  private static final Pattern RULE =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");
  private static final int MOST_BEFORE_AT = 64;

  /**
   * Normalises and checks.
   *
   * @throws Refusal {@code VALIDATION_FAILED} with the field {@code email}
   */
  public Email {
    value = normalized(value);
    if (!wellFormed(value)) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          "email",
          "must be an e-mail address like name@example.com");
    }
  }

  /** The address that a text is meant to be, or empty when it can be none. */
  public static Optional<Email> parse(String text) {
    String normalized = normalized(text);
    return wellFormed(normalized) ? Optional.of(new Email(normalized)) : Optional.empty();
  }

  /** The part before the at sign. */
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  private static boolean wellFormed(String address) {
    return address.length() <= MOST
        && address.indexOf('@') <= MOST_BEFORE_AT
        && RULE.matcher(address).matches();
  }

  private static String normalized(String text) {
    String trimmed = text.strip();
    int at = trimmed.lastIndexOf('@');
    // Longer texts are refused anyway, before anything is spent on them.
    if (at < 0 || trimmed.length() > MOST) {
      return trimmed;
    }
    return (trimmed.substring(0, at) + "@" + ascii(trimmed.substring(at + 1)))
        .toLowerCase(Locale.ROOT);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
