package kr.gonggu.chat.api;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Frames;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;

/** The server's socket frames as JSON (contracts.md, "Chat"). */
@ApplicationScoped
public class JsonFrames implements Frames {

  /** Thread-safe by specification. */
  private final Jsonb jsonb = JsonbBuilder.create();

  /** Stored; goes to the sender alone. */
  @JsonbPropertyOrder({"type", "roomId", "clientId", "seq", "at"})
  public record Ack(String type, UUID roomId, String clientId, long seq, Instant at) {}

  /** A member has read. */
  @JsonbPropertyOrder({"type", "roomId", "memberId", "seq"})
  public record Read(String type, UUID roomId, UUID memberId, long seq) {}

  /** A member types. */
  @JsonbPropertyOrder({"type", "roomId", "memberId"})
  public record Typing(String type, UUID roomId, UUID memberId) {}

  /** The end of a catch-up. */
  @JsonbPropertyOrder({"type", "rooms"})
  public record Synced(String type, Map<String, Long> rooms) {}

  /** A refusal; the rest of the connection goes on. */
  @JsonbPropertyOrder({"type", "code", "detail", "roomId", "clientId", "violations"})
  public record Refused(
      String type,
      String code,
      String detail,
      UUID roomId,
      String clientId,
      List<Violation> violations) {}

  /** The server goes. */
  @JsonbPropertyOrder({"type", "retryAfterMs"})
  public record Bye(String type, long retryAfterMs) {}

  @Override
  public String entry(EntryView entry) {
    return jsonb.toJson(EntryFrame.of(entry));
  }

  @Override
  public String typing(UUID roomId, UUID memberId) {
    return jsonb.toJson(new Typing("typing", roomId, memberId));
  }

  @Override
  public String read(UUID roomId, UUID memberId, long seq) {
    return jsonb.toJson(new Read("read", roomId, memberId, seq));
  }

  @Override
  public String synced(Map<UUID, Long> rooms) {
    return jsonb.toJson(
        new Synced(
            "synced",
            rooms.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        e -> e.getKey().toString(),
                        Map.Entry::getValue,
                        Math::max,
                        TreeMap::new))));
  }

  @Override
  public String error(Refusal refusal, UUID roomId, String clientId) {
    return jsonb.toJson(
        new Refused(
            "error",
            refusal.code().name(),
            refusal.getMessage(),
            roomId,
            clientId,
            refusal.violations().isEmpty() ? null : refusal.violations()));
  }

  String ack(UUID roomId, String clientId, long seq, Instant at) {
    return jsonb.toJson(new Ack("ack", roomId, clientId, seq, at));
  }

  String pong() {
    return "{\"type\":\"pong\"}";
  }

  String bye(Duration retryAfter) {
    return jsonb.toJson(new Bye("bye", retryAfter.toMillis()));
  }

  @PreDestroy
  void close() {
    try {
      jsonb.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
