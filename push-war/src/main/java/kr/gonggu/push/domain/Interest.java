package kr.gonggu.push.domain;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What deals a member waits for: any with one of the words, near enough.
 *
 * @param memberId whose it is
 * @param words as they are compared
 * @param place where the member lives, or null, which is near to nothing
 */
public record Interest(UUID memberId, List<String> words, Surroundings place) {

  /** Longer words nobody can wait for (member service). */
  public static final int LONGEST_WORD = 20;

  /** Puts the words as they are compared. */
  public Interest {
    words = words.stream().map(Interest::comparable).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * A place and how far around it.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param radiusMeters metres
   */
  public record Surroundings(double latitude, double longitude, int radiusMeters) {}

  /**
   * All pieces of a deal's texts that could be somebody's word. Korean words stand inside others
   * ("감귤" in "제주감귤나눔"), so every run of characters counts; looking each up in an index is cheaper
   * than searching the texts for every word of every member.
   */
  public static Set<String> pieces(List<String> texts) {
    Set<String> pieces = new LinkedHashSet<>();
    for (String text : texts) {
      String whole = comparable(text);
      for (int from = 0; from < whole.length(); from++) {
        int longest = Math.min(whole.length(), from + LONGEST_WORD);
        for (int to = from + 1; to <= longest; to++) {
          // Half a character is nobody's word, and no text to a database.
          if (!Character.isLowSurrogate(whole.charAt(from))
              && !Character.isHighSurrogate(whole.charAt(to - 1))) {
            pieces.add(whole.substring(from, to));
          }
        }
      }
    }
    return pieces;
  }

  private static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }
}
