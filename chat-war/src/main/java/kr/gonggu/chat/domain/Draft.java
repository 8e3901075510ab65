package kr.gonggu.chat.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;

/**
 * What a member wants to say.
 *
 * @param clientId the sender's own name for it, 1–64 printable ASCII characters: said again with
 *     the same name it is the same message
 * @param text 1–2 000 characters, not only blanks
 * @param imageId picture instead of or beside the text
 */
public record Draft(String clientId, String text, UUID imageId) {

  /** Most characters (Unicode code points) of a text; contracts.md, "Chat". */
  public static final int LONGEST_TEXT = 2_000;

  private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7E]{1,64}");

  /**
   * @throws Refusal {@code VALIDATION_FAILED} naming every field at fault
   */
  public Draft {
    List<Violation> violations = new ArrayList<>();
    if (clientId == null || !CLIENT_ID.matcher(clientId).matches()) {
      violations.add(new Violation("clientId", "must be 1–64 printable ASCII characters"));
    }
    if (text == null ? imageId == null : text.isBlank()) {
      violations.add(new Violation("text", "must not be blank"));
    } else if (text != null && text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      violations.add(new Violation("text", "must have at most " + LONGEST_TEXT + " characters"));
    } else if (text != null && !wellFormed(text)) {
      violations.add(new Violation("text", "must be well-formed Unicode"));
    }
    if (!violations.isEmpty()) {
      throw new Refusal(
          CommonError.VALIDATION_FAILED, "The message cannot be sent like this.", violations);
    }
  }

  /** A lone surrogate would be stored as something else than was shown live. */
  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }
}
