package kr.gonggu.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A member's open socket; it keeps everything it was sent. */
final class Socket implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private WebSocket socket;

  private Socket() {}

  /** Opens a socket with a fresh ticket. */
  static Socket of(Market market, Neighbour neighbour) {
    String ticket = neighbour.at("chat").post("/tickets", null).json().getString("ticket");
    Socket opened = new Socket();
    opened.socket =
        HTTP.newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .buildAsync(market.socket(ticket), opened)
            .join();
    return opened;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try (JsonReader reader = Json.createReader(new StringReader(part.toString()))) {
        frames.add(reader.readObject());
      }
      part.setLength(0);
    }
    from.request(1);
    return null;
  }

  /**
   * Says something and waits until it is stored.
   *
   * @return its number in the room
   */
  long says(UUID room, String text) {
    String clientId = UUID.randomUUID().toString();
    socket
        .sendText(
            Json.createObjectBuilder()
                .add("type", "send")
                .add("roomId", room.toString())
                .add("clientId", clientId)
                .add("text", text)
                .build()
                .toString(),
            true)
        .join();
    return awaits(
            frame ->
                frame.getString("type").equals("ack")
                    && frame.getString("clientId").equals(clientId))
        .getJsonNumber("seq")
        .longValueExact();
  }

  /** Says that a room is read up to a number, and waits until that is stored. */
  void reads(UUID room, long seq) {
    socket
        .sendText("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":%d}".formatted(room, seq), true)
        .join();
    awaits(frame -> frame.getString("type").equals("read") && frame.getInt("seq") == seq);
  }

  /** Waits for somebody's words. */
  JsonObject hears(String text) {
    return awaits(frame -> frame.getString("text", "").equals(text));
  }

  private JsonObject awaits(Predicate<JsonObject> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> frames.stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Hangs up. */
  @Override
  public void close() {
    socket.abort();
  }
}
