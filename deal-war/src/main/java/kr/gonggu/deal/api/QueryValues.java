package kr.gonggu.deal.api;

import java.util.function.Function;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * Query parameters in their types. Read from text here because JAX-RS answers a number that is none
 * with 404.
 */
final class QueryValues {

  private QueryValues() {}

  /** Null when the parameter is not given. */
  static Long number(String name, String value) {
    return parse(name, value, "must be a whole number", Long::valueOf);
  }

  /** Null when the parameter is not given. */
  static Integer integer(String name, String value) {
    return parse(name, value, "must be a whole number", Integer::valueOf);
  }

  /** Null when the parameter is not given. */
  static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    return parse(name, value, "is not one of the values", text -> Enum.valueOf(type, text));
  }

  static <T> T parse(String name, String value, String message, Function<String, T> parser) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return parser.apply(value.strip());
    } catch (IllegalArgumentException e) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, name, message);
    }
  }
}
