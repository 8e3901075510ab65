package kr.gonggu.chat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.awaitility.Awaitility;

/** One open socket as a member's device sees it; it keeps everything it was sent. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Looked up once: to do so for each frame took longer than reading it. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<JsonObject> frames = new ArrayList<>();
  private int texts;
  private final StringBuilder part = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final boolean reading;
  private WebSocket socket;
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

  private SocketClient(boolean reading) {
    this.reading = reading;
  }

  /** Opens a socket of the service under test for the member behind a token. */
  static SocketClient open(String token) {
    return to(ServiceUnderTest.socket("/socket?ticket=" + ticket(ServiceUnderTest.http(), token)));
  }

  /** Opens a socket of a client that takes several objects in one frame. */
  static SocketClient takingSeveral(String token) {
    return to(
        ServiceUnderTest.socket(
            "/socket?frames=several&ticket=" + ticket(ServiceUnderTest.http(), token)));
  }

  /** A fresh ticket. */
  static String ticket(Http http, String token) {
    return http.as(token).post("/tickets", null).json().getString("ticket");
  }

  /** Opens a socket at an address. */
  static SocketClient to(URI address) {
    return connect(address, null, true);
  }

  /** Opens a socket as a page of some origin would. */
  static SocketClient to(URI address, String origin) {
    return connect(address, origin, true);
  }

  /** A device that takes nothing from its line. */
  static SocketClient deaf(URI address) {
    return connect(address, null, false);
  }

  private static SocketClient connect(URI address, String origin, boolean reading) {
    SocketClient client = new SocketClient(reading);
    WebSocket.Builder builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (origin != null) {
      builder.header("Origin", origin);
    }
    client.socket = builder.buildAsync(address, client).join();
    return client;
  }

  @Override
  public void onOpen(WebSocket opened) {
    if (reading) {
      opened.request(Long.MAX_VALUE);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      try (JsonReader reader = JSON.createReader(new StringReader(part.toString()))) {
        JsonValue value = reader.readValue();
        synchronized (frames) {
          texts++;
          if (value instanceof JsonArray several) {
            frames.addAll(several.getValuesAs(JsonObject.class));
          } else {
            frames.add(value.asJsonObject());
          }
        }
      }
      part.setLength(0);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.complete(1006);
  }

  /** Begins to take what has come. */
  void read() {
    socket.request(Long.MAX_VALUE);
  }

  /** Sends a text frame as it is. */
  synchronized SocketClient send(String text) {
    lastSend = lastSend.thenCompose(done -> socket.sendText(text, true));
    return this;
  }

  /** Sends a binary frame. */
  synchronized void sendBinary(byte[] bytes) {
    lastSend = lastSend.thenCompose(done -> socket.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /** Says something under a name of its own. */
  SocketClient say(UUID roomId, String clientId, String text) {
    return send(
        JSON.createObjectBuilder()
            .add("type", "send")
            .add("roomId", roomId.toString())
            .add("clientId", clientId)
            .add("text", text)
            .build()
            .toString());
  }

  /** Says up to which entry it has a room. */
  SocketClient sync(UUID roomId, long seq) {
    return send("{\"type\":\"sync\",\"rooms\":{\"%s\":%d}}".formatted(roomId, seq));
  }

  /** Everything so far. */
  List<JsonObject> frames() {
    synchronized (frames) {
      return List.copyOf(frames);
    }
  }

  /** How many text frames carried {@link #frames()}. */
  int texts() {
    synchronized (frames) {
      return texts;
    }
  }

  /** Everything of a type so far. */
  List<JsonObject> frames(String type) {
    return frames().stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  /** Numbers of the messages and notices of a room, in the order in which they came. */
  List<Long> numbers(UUID roomId) {
    return frames().stream()
        .filter(frame -> List.of("message", "notice").contains(frame.getString("type")))
        .filter(frame -> frame.getString("roomId").equals(roomId.toString()))
        .map(frame -> frame.getJsonNumber("seq").longValue())
        .toList();
  }

  /** Waits for a frame. */
  JsonObject await(String type) {
    return awaitThat(frame -> type.equals(frame.getString("type")));
  }

  /** Waits for a frame. */
  JsonObject awaitThat(Predicate<JsonObject> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> frames().stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until a room's entries have come up to a number. */
  void awaitNumber(UUID roomId, long seq) {
    Awaitility.await().atMost(PATIENCE).until(() -> numbers(roomId).contains(seq));
  }

  /** Waits for the close and gives its status. */
  int awaitClose() {
    Awaitility.await().atMost(PATIENCE).until(closed::isDone);
    return closed.join();
  }

  /** Whether it is still open. */
  boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
