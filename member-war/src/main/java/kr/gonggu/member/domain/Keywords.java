package kr.gonggu.member.domain;

import java.util.List;
import java.util.Locale;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * The words that a member wants to be alerted for: at most 20, each 1–20 characters, in the
 * member's order, lower case, none twice.
 *
 * @param words normalised
 */
public record Keywords(List<String> words) {

  /** Most words of one member. */
  public static final int MOST = 20;

  /** Most characters of a word. */
  public static final int LONGEST = 20;

  /**
   * Normalises and checks.
   *
   * @throws Refusal {@code VALIDATION_FAILED} with the word's place in {@code keywords}
   */
  public Keywords {
    words =
        words.stream().map(word -> PlainText.of(word).toLowerCase(Locale.ROOT)).distinct().toList();
    if (words.size() > MOST) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "keywords", "must be at most %d words".formatted(MOST));
    }
    for (String word : words) {
      if (word.isEmpty() || word.length() > LONGEST) {
        throw Refusal.field(
            CommonError.VALIDATION_FAILED,
            "keywords",
            "each must be 1 to %d characters long".formatted(LONGEST));
      }
    }
  }
}
