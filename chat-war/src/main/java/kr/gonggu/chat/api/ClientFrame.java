package kr.gonggu.chat.api;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * A frame from a client. Nothing in it is trusted; every accessor refuses what is not as it must
 * be.
 */
final class ClientFrame {

  private static final int MOST_ROOMS = 200;

  private final JsonObject object;

  private ClientFrame(JsonObject object) {
    this.object = object;
  }

  /**
   * @throws Refusal {@code MALFORMED_JSON} when it is not one JSON object
   */
  static ClientFrame parse(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      if (parser.next() == JsonParser.Event.START_OBJECT) {
        JsonObject object = parser.getObject();
        if (!parser.hasNext()) {
          return new ClientFrame(object);
        }
      }
    } catch (RuntimeException e) {
      // Parsers say it with JsonException, NoSuchElementException or, when nested too deeply, less.
      throw notOneObject();
    }
    throw notOneObject();
  }

  private static Refusal notOneObject() {
    return new Refusal(CommonError.MALFORMED_JSON, "A frame is one JSON object.");
  }

  /** What it asks for; empty when it does not say. */
  String type() {
    return object.get("type") instanceof JsonString type ? type.getString() : "";
  }

  /** The room, or null when the frame names none that could exist: for error frames. */
  UUID roomIdOrNull() {
    return object.get("roomId") instanceof JsonString text ? uuidOrNull(text.getString()) : null;
  }

  /** The sender's own name for the message as it came, cut to a sane length: for error frames. */
  String clientIdOrNull() {
    if (object.get("clientId") instanceof JsonString text) {
      String value = text.getString();
      return value.length() <= 64 ? value : value.substring(0, 64);
    }
    return null;
  }

  UUID roomId() {
    return uuid("roomId", text("roomId", true));
  }

  /** Null when it names none. */
  UUID roomIdOrNone() {
    String id = text("roomId", false);
    return id == null ? null : uuid("roomId", id);
  }

  String clientId() {
    return text("clientId", true);
  }

  /** Null when there is none. */
  String text() {
    return text("text", false);
  }

  /** Null when there is none. */
  UUID imageId() {
    String id = text("imageId", false);
    return id == null ? null : uuid("imageId", id);
  }

  long seq() {
    return number("seq", object.get("seq"));
  }

  /** Per room the number of the last entry that the client has. */
  Map<UUID, Long> rooms() {
    if (!(object.get("rooms") instanceof JsonObject rooms)) {
      throw invalid("rooms", "must be an object of room ids and numbers");
    }
    if (rooms.size() > MOST_ROOMS) {
      throw invalid("rooms", "must have at most " + MOST_ROOMS + " rooms; send several frames");
    }
    Map<UUID, Long> from = new LinkedHashMap<>();
    rooms.forEach((id, seq) -> from.put(uuid("rooms", id), number("rooms." + id, seq)));
    return from;
  }

  private String text(String field, boolean required) {
    JsonValue value = object.getOrDefault(field, JsonValue.NULL);
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (required || value != JsonValue.NULL) {
      throw invalid(field, "must be text");
    }
    return null;
  }

  private static long number(String field, JsonValue value) {
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        long exact = number.longValueExact();
        if (exact >= 0) {
          return exact;
        }
      } catch (ArithmeticException e) {
        throw invalid(field, "must be a whole number that is not negative");
      }
    }
    throw invalid(field, "must be a whole number that is not negative");
  }

  private static UUID uuid(String field, String text) {
    UUID id = uuidOrNull(text);
    if (id == null) {
      throw invalid(field, "must be a UUID");
    }
    return id;
  }

  private static UUID uuidOrNull(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Refusal invalid(String field, String message) {
    return Refusal.field(CommonError.VALIDATION_FAILED, field, field + " " + message + ".");
  }
}
