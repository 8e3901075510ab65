package kr.gonggu.push;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.gonggu.testkit.ServiceUnderTest;

/** A page that holds a stream open, and reads it as the HTML Living Standard says (section 9.2). */
final class LiveStream implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpResponse<InputStream> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /**
   * One event.
   *
   * @param id as the line says, or null
   * @param nanos when it came, {@link System#nanoTime()}
   */
  record Event(String name, String id, String text, long nanos) {

    JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.readObject();
      }
    }
  }

  private LiveStream(HttpResponse<InputStream> response) {
    this.response = response;
    Thread reading = new Thread(this::read, "live-stream");
    reading.setDaemon(true);
    reading.start();
  }

  /** Opens a stream and waits for its first word. */
  static LiveStream of(Person person) {
    return of(person, Map.of());
  }

  /** Opens a stream with more headers. */
  static LiveStream of(Person person, Map<String, String> headers) {
    return open(person.token(), headers).awaitOpen();
  }

  /** Opens a stream with any token and awaits nothing. */
  static LiveStream open(String token, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ServiceUnderTest.server() + "/api/push/stream"))
            .header("Accept", "text/event-stream")
            .header("Authorization", "Bearer " + token);
    headers.forEach(request::header);
    try {
      return new LiveStream(
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = "message";
      String id = null;
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(name, id, data.toString(), System.nanoTime()));
          }
          name = "message";
          id = null;
          data.setLength(0);
        } else if (line.startsWith(":")) {
          comments.add(line.substring(1).trim());
        } else {
          int colon = line.indexOf(':');
          String value = line.substring(colon + 1).stripLeading();
          switch (line.substring(0, colon)) {
            case "event" -> name = value;
            case "id" -> id = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            default -> {}
          }
        }
      }
    } catch (IOException e) {
      // The other side ended it without a farewell.
    } finally {
      ended = true;
    }
  }

  private LiveStream awaitOpen() {
    await().atMost(Person.PATIENCE).until(() -> !events("unread").isEmpty());
    return this;
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  List<Event> events(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  /** The notifications so far, as soon as there are so many. */
  List<Event> notifications(int size) {
    return await()
        .atMost(Person.PATIENCE)
        .pollInterval(java.time.Duration.ofMillis(5))
        .until(() -> events("notification"), found -> found.size() >= size);
  }

  /** The counts that were told, one after the other. */
  List<Long> counts() {
    return events("unread").stream()
        .map(event -> event.json().getJsonNumber("count").longValue())
        .toList();
  }

  List<String> comments() {
    return comments;
  }

  boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
