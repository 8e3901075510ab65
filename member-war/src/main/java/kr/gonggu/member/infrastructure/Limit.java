package kr.gonggu.member.infrastructure;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * How often something may be tried.
 *
 * @param most attempts within the window, at least 1
 * @param window begins with the first attempt
 */
public record Limit(int most, Duration window) {

  /** Refuses what would let nothing or everything through. */
  public Limit {
    if (most < 1 || window.isZero() || window.isNegative()) {
      throw new IllegalArgumentException("A limit needs a number and a time, both above zero");
    }
  }

  /**
   * Reads a configured limit (MicroProfile Config 3.1, implicit converters).
   *
   * @param text number, slash, ISO-8601 duration: {@code 20/PT15M}
   */
  public static Limit of(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length == 2) {
      try {
        return new Limit(Integer.parseInt(parts[0]), Duration.parse(parts[1]));
      } catch (NumberFormatException | DateTimeParseException e) {
        throw new IllegalArgumentException("A limit is written like 20/PT15M, not " + text, e);
      }
    }
    throw new IllegalArgumentException("A limit is written like 20/PT15M, not " + text);
  }
}
