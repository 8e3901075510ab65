package kr.gonggu.benchmark;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/** JSON objects, read with the parser that the token library brings. */
final class Json {

  private Json() {}

  /**
   * @throws BenchmarkException when the text is no JSON object
   */
  static Map<String, Object> object(String text) {
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException e) {
      throw new BenchmarkException("The market answered what is no JSON object: " + text, e);
    }
  }

  /** A whole number of an object. */
  static long number(Map<String, Object> object, String name) {
    return ((Number) object.get(name)).longValue();
  }
}
