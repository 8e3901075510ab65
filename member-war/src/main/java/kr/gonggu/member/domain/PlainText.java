package kr.gonggu.member.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** One line of text as people type it, made comparable. */
final class PlainText {

  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

  private PlainText() {}

  /** Composed (NFC), without control and invisible characters, with single blanks between words. */
  static String of(String text) {
    String spaced = GAPS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
    return INVISIBLE.matcher(spaced).replaceAll("").strip();
  }
}
