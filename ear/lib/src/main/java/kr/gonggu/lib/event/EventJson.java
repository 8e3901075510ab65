package kr.gonggu.lib.event;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** JSON of event payloads, by JSON-B with its defaults (nulls left out, unknown fields ignored). */
final class EventJson {

  // Thread-safe by specification, and expensive to build.
  private static final Jsonb JSONB = JsonbBuilder.create();

  private EventJson() {}

  static String write(Object data) {
    return JSONB.toJson(data);
  }

  static <T> T read(String json, Class<T> type) {
    return JSONB.fromJson(json, type);
  }
}
