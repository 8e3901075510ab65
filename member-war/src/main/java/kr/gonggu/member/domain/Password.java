package kr.gonggu.member.domain;

import java.text.Normalizer;
import java.util.Locale;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * A password as its owner typed it, in the one form that is hashed: NFKC, since keyboards compose
 * Korean differently (NIST SP 800-63B, section 3.1.1.2). It never shows itself.
 *
 * @param value normalised
 */
public record Password(String value) {

  /** Fewest characters of a new password (NIST SP 800-63B, OWASP ASVS 5, 6.2.1). */
  public static final int FEWEST = 8;

  /** Most characters of a password: longer ones cost hashing time and hide no more. */
  public static final int MOST = 128;

  /** Normalises. */
  public Password {
    value = Normalizer.normalize(value, Normalizer.Form.NFKC);
  }

  /**
   * A password that its owner wants to have from now on.
   *
   * @param text as typed
   * @param field name of the request's field, for the refusal
   * @param nickname of its owner
   * @param email of its owner
   * @throws Refusal {@code VALIDATION_FAILED} when it is too short or too long, {@code
   *     PASSWORD_TOO_COMMON} when it is among those that attackers try first
   */
  public static Password chosen(String text, String field, Nickname nickname, Email email) {
    Password password = new Password(text);
    int length = password.value.codePointCount(0, password.value.length());
    if (length < FEWEST || length > MOST) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          field,
          "must be %d to %d characters long".formatted(FEWEST, MOST));
    }
    String plain = password.value.toLowerCase(Locale.ROOT);
    if (CommonPasswords.contain(plain)
        || plain.equals(nickname.value().toLowerCase(Locale.ROOT))
        || plain.equals(email.value())
        || plain.equals(email.localPart())) {
      throw Refusal.field(
          MemberError.PASSWORD_TOO_COMMON, field, "is among the first that are guessed");
    }
    return password;
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
