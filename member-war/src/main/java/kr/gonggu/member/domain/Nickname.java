package kr.gonggu.member.domain;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * How neighbours call a member: 2–20 Korean or Latin letters, digits, {@code _} and {@code .},
 * among them at least one letter or digit. Composed (NFC), so that the same name typed on another
 * device is the same name. Other scripts are left out since their look-alikes would let one member
 * pass for another; invisible characters are left out by the same rule.
 *
 * <p>Two nicknames that differ in case only are one: the column's collation says so.
 *
 * @param value normalised
 */
public record Nickname(String value) {

  private static final Pattern RULE =
      Pattern.compile("(?=.*[^_.])[\\uAC00-\\uD7A3\\u3131-\\u3163A-Za-z0-9_.]{2,20}");

  /**
   * Normalises and checks.
   *
   * @throws Refusal {@code VALIDATION_FAILED} with the field {@code nickname}
   */
  public Nickname {
    value = normalized(value);
    if (!RULE.matcher(value).matches()) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          "nickname",
          "must be 2 to 20 Korean or Latin letters, digits, '_' or '.'");
    }
  }

  /** The nickname that a text is meant to be, or empty when it can be none. */
  public static Optional<Nickname> parse(String text) {
    String normalized = normalized(text);
    return RULE.matcher(normalized).matches()
        ? Optional.of(new Nickname(normalized))
        : Optional.empty();
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  @Override
  public String toString() {
    return value;
  }
}
