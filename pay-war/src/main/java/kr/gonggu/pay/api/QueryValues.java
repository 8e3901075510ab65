package kr.gonggu.pay.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * Query parameters in their types. Read from text here because JAX-RS answers a value that does not
 * convert with 404.
 */
final class QueryValues {

  private QueryValues() {}

  /** Null when the parameter is not given. */
  static Integer integer(String name, String value) {
    return parse(name, value, "must be a whole number", Integer::valueOf);
  }

  /** A constant by its name in lower case; null when the parameter is not given. */
  static <E extends Enum<E>> E lowerCase(String name, String value, Class<E> type) {
    return parse(
        name,
        value,
        "is not one of the values",
        text -> {
          if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
          }
          return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        });
  }

  /** A constant by its name; null when the parameter is not given. */
  static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    return parse(name, value, "is not one of the values", text -> Enum.valueOf(type, text));
  }

  /** Null when the parameter is not given. */
  static Instant instant(String name, String value) {
    return parse(name, value, "must be an instant like 2026-05-01T00:00:00Z", Instant::parse);
  }

  private static <T> T parse(
      String name, String value, String message, Function<String, T> parser) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return parser.apply(value.strip());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, name, message);
    }
  }
}
