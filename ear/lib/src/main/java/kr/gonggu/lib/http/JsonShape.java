package kr.gonggu.lib.http;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;

/**
 * Whether a body is the JSON that a record says it is, before JSON-B binds it.
 *
 * <p>JSON-B is lenient where money is at stake: it cuts 5.5 won down to 5, lets 2⁶⁴ won overflow
 * and takes "5" for 5. And it ends at the first value that does not bind, often without its name.
 * Here every value is looked at, and each that is wrong is named by its path. Fields that the
 * record does not have are ignored.
 */
final class JsonShape {

  private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());

  /** The components of a record by their JSON names; reflection copies them at every look. */
  private static final ClassValue<Map<String, RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          Map<String, RecordComponent> components = new HashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            components.put(name(component), component);
          }
          return Map.copyOf(components);
        }
      };

  private static final int MOST_VIOLATIONS = 50;

  /** Longer numbers cost more to convert than any honest value is worth. */
  private static final int MOST_DIGITS = 64;

  private static final Pattern CANONICAL_UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Set<Class<?>> INTEGERS =
      Set.of(
          long.class,
          Long.class,
          int.class,
          Integer.class,
          short.class,
          Short.class,
          byte.class,
          Byte.class);
  private static final Set<Class<?>> FRACTIONS =
      Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

  private final JsonParser parser;
  private final List<Violation> violations = new ArrayList<>();

  private JsonShape(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Checks a body.
   *
   * @param body UTF-8 (RFC 8259, section 8.1)
   * @param type what it is to become
   * @throws Refusal {@code MALFORMED_JSON} with the fields at fault where there are any
   */
  static void check(byte[] body, Type type) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("The body is not UTF-8.");
    }
    if (text.isBlank()) {
      throw malformed("The body is empty.");
    }
    List<Violation> violations;
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      JsonShape shape = new JsonShape(parser);
      shape.value("", parser.next(), type);
      if (parser.hasNext()) {
        parser.next();
      }
      violations = shape.violations;
    } catch (RuntimeException e) {
      // Parsers throw whatever they like: JsonException, NoSuchElementException at a sudden end,
      // and even a plain RuntimeException for what is nested too deeply.
      throw malformed("The body is not well-formed JSON.");
    }
    if (!violations.isEmpty()) {
      throw new Refusal(
          CommonError.MALFORMED_JSON,
          violations.stream()
              .map(violation -> violation.field() + ": " + violation.message())
              .collect(Collectors.joining("; ")),
          violations);
    }
  }

  private void value(String path, Event event, Type type) {
    Class<?> raw = raw(type);
    if (event == Event.VALUE_NULL) {
      if (raw.isPrimitive()) {
        wrong(path, "must not be null");
      }
    } else if (raw.isRecord() && !bindsItself(raw)) {
      if (event == Event.START_OBJECT) {
        record(path, raw);
      } else {
        wrong(path, "must be an object");
        skip(event);
      }
    } else if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
      if (event == Event.START_ARRAY) {
        elements(path, raw.isArray() ? raw.getComponentType() : argument(type, 0));
      } else {
        wrong(path, "must be a list");
        skip(event);
      }
    } else if (Map.class.isAssignableFrom(raw)) {
      if (event == Event.START_OBJECT) {
        entries(path, argument(type, 1));
      } else {
        wrong(path, "must be an object");
        skip(event);
      }
    } else if (raw == Optional.class) {
      value(path, event, argument(type, 0));
    } else {
      String wrong = scalar(event, raw);
      if (wrong != null) {
        wrong(path, wrong);
      }
      skip(event);
    }
  }

  private void record(String path, Class<?> type) {
    Map<String, RecordComponent> components = COMPONENTS.get(type);
    Set<String> seen = new HashSet<>();
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String key = parser.getString();
      event = parser.next();
      RecordComponent component = components.get(key);
      if (component == null) {
        skip(event);
      } else if (!seen.add(key)) {
        wrong(child(path, key), "stands there twice");
        skip(event);
      } else if (bindsItself(component.getAccessor())) {
        skip(event);
      } else {
        value(child(path, key), event, component.getGenericType());
      }
    }
  }

  private void elements(String path, Type type) {
    int index = 0;
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      value(path + "[" + index++ + "]", event, type);
    }
  }

  private void entries(String path, Type type) {
    for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
      String key = parser.getString();
      value(child(path, key), parser.next(), type);
    }
  }

  /** What is wrong with a value for a type without parts, or null. */
  private String scalar(Event event, Class<?> type) {
    if (INTEGERS.contains(type) || type == OptionalInt.class || type == OptionalLong.class) {
      return event == Event.VALUE_NUMBER && fits(type) ? null : "must be a whole number in range";
    }
    if (FRACTIONS.contains(type) || type == OptionalDouble.class) {
      return event == Event.VALUE_NUMBER && finite() ? null : "must be a number in range";
    }
    if (type == boolean.class || type == Boolean.class) {
      return event == Event.VALUE_TRUE || event == Event.VALUE_FALSE
          ? null
          : "must be true or false";
    }
    if (type == String.class) {
      // An unpaired surrogate has no UTF-8 form: what is stored would not be what was sent.
      return event == Event.VALUE_STRING
              && StandardCharsets.UTF_8.newEncoder().canEncode(parser.getString())
          ? null
          : "must be text";
    }
    if (type.isEnum()) {
      List<String> names =
          Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList();
      return event == Event.VALUE_STRING && names.contains(parser.getString())
          ? null
          : "must be one of " + String.join(", ", names);
    }
    if (type == UUID.class) {
      return event == Event.VALUE_STRING && CANONICAL_UUID.matcher(parser.getString()).matches()
          ? null
          : "must be a UUID";
    }
    if (type == Instant.class) {
      return event == Event.VALUE_STRING && instant(parser.getString())
          ? null
          : "must be an instant like 2026-05-01T09:00:00Z";
    }
    // Of other types JSON-B itself knows more.
    return null;
  }

  private boolean fits(Class<?> type) {
    String digits = parser.getString();
    if (digits.length() > MOST_DIGITS) {
      return false;
    }
    try {
      long value = new BigDecimal(digits).longValueExact();
      if (type == long.class || type == Long.class || type == OptionalLong.class) {
        return true;
      }
      if (type == short.class || type == Short.class) {
        return value == (short) value;
      }
      if (type == byte.class || type == Byte.class) {
        return value == (byte) value;
      }
      return value == (int) value;
    } catch (ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  private boolean finite() {
    String digits = parser.getString();
    if (digits.length() > MOST_DIGITS) {
      return false;
    }
    try {
      // 1e-999999999 is short, too, until somebody writes it out.
      return Math.abs(new BigDecimal(digits).scale()) <= MOST_DIGITS;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean instant(String text) {
    try {
      return Instant.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * Passes over a value that nobody asked for. Not by the parser's own skipping, which an input
   * that ends too soon keeps in an endless loop (Parsson 1.1.7).
   */
  private void skip(Event event) {
    int depth = depth(event);
    while (depth > 0) {
      depth += depth(parser.next());
    }
  }

  private static int depth(Event event) {
    return switch (event) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      default -> 0;
    };
  }

  private void wrong(String path, String message) {
    if (violations.size() < MOST_VIOLATIONS) {
      violations.add(new Violation(path.isEmpty() ? "body" : path, message));
    }
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String name(RecordComponent component) {
    JsonbProperty property = component.getAccessor().getAnnotation(JsonbProperty.class);
    return property == null || property.value().isEmpty() ? component.getName() : property.value();
  }

  private static boolean bindsItself(AnnotatedElement element) {
    return element.isAnnotationPresent(JsonbTypeAdapter.class)
        || element.isAnnotationPresent(JsonbTypeDeserializer.class);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> raw) {
      return raw;
    }
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : Object.class;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
            && parameterized.getActualTypeArguments().length > index
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  private static Refusal malformed(String detail) {
    return new Refusal(CommonError.MALFORMED_JSON, detail);
  }
}
