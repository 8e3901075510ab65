package kr.gonggu.push.infrastructure;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import kr.gonggu.push.domain.Delivery;
import kr.gonggu.push.domain.Facts;
import kr.gonggu.push.domain.Notification;

/**
 * What the service worker gets: facts, of which it makes the sentence in the reader's language, and
 * where a click leads. {@code {id, kind, params, url, tag, at}}; what a kind does not have is left
 * out.
 */
final class PushMessage {

  /** Of a free text; what is shown on a lock screen is shorter still. */
  private static final int LONGEST_TEXT = 200;

  private PushMessage() {}

  /** UTF-8, well below {@link Aes128Gcm#MOST_PLAINTEXT}. */
  static byte[] of(Notification notification) {
    JsonObjectBuilder params = JSON.createObjectBuilder();
    Facts facts = notification.facts();
    if (notification.actor() != null) {
      add(params, "nickname", notification.actor().nickname());
    }
    add(params, "title", facts.title());
    add(params, "quantity", facts.quantity());
    add(params, "amount", facts.amount());
    add(params, "sharesTaken", facts.sharesTaken());
    add(params, "shares", facts.shares());
    add(params, "reason", facts.reason());
    add(params, "memo", facts.memo());
    add(params, "hoursLeft", facts.hoursLeft());
    add(params, "status", facts.status());
    add(params, "note", facts.note());
    add(params, "keyword", facts.keyword());
    params.add("count", notification.occurrences());
    String topic = Delivery.topic(notification.kind(), notification.target());
    return JSON.createObjectBuilder()
        .add("id", notification.id().toString())
        .add("kind", notification.kind().name())
        .add("params", params)
        .add("url", notification.target().path())
        .add("tag", topic == null ? notification.id().toString() : topic)
        .add("at", notification.at().toString())
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JsonObjectBuilder object, String name, String value) {
    if (value != null) {
      int length = value.codePointCount(0, value.length());
      object.add(
          name,
          length <= LONGEST_TEXT
              ? value
              : value.substring(0, value.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…");
    }
  }

  private static void add(JsonObjectBuilder object, String name, Number value) {
    if (value != null) {
      object.add(name, value.longValue());
    }
  }
}
