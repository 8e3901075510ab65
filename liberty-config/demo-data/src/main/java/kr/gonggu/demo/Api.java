package kr.gonggu.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The market's HTTP, as one member uses it. */
final class Api {

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Set<Integer> LATER = Set.of(429, 503);

  private final HttpClient http;
  private final URI market;
  private final String accessToken;

  private Api(HttpClient http, URI market, String accessToken) {
    this.http = http;
    this.market = market;
    this.accessToken = accessToken;
  }

  /** As nobody. */
  static Api of(URI market) {
    return new Api(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(),
        market,
        null);
  }

  /** As a member. */
  Api as(String token) {
    return new Api(http, market, token);
  }

  /**
   * What the market said.
   *
   * @param json empty when it said nothing
   */
  record Answer(int status, JsonObject json) {

    /** Code of a refusal, or an empty text. */
    String code() {
      return json.getString("code", "");
    }

    boolean ok() {
      return status >= 200 && status < 300;
    }

    /**
     * @throws DemoDataException when it refused, unless for one of these reasons
     */
    Answer orElse(Set<String> codes) {
      if (!ok() && !codes.contains(code())) {
        throw new DemoDataException(
            "the market answered %d %s %s".formatted(status, code(), json.getString("detail", "")));
      }
      return this;
    }

    Answer orFail() {
      return orElse(Set.of());
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, JsonStructure body, String... headers) {
    return send(headers(request(path).POST(json(body)), headers));
  }

  Answer put(String path, JsonStructure body) {
    return send(headers(request(path).PUT(json(body))));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Uploads a picture (RFC 7578). */
  Answer upload(String path, String name, byte[] png) {
    String boundary = "----gonggu-demo";
    byte[] head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s.png"\r
        Content-Type: image/png\r
        \r
        """
            .formatted(boundary, name)
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, png, tail))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(market.resolve(path)).timeout(LONGEST);
    if (accessToken != null) {
      request.header("Authorization", "Bearer " + accessToken);
    }
    return request;
  }

  private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
    request.header("Content-Type", "application/json");
    return headers.length > 0 ? request.headers(headers) : request;
  }

  private static HttpRequest.BodyPublisher json(JsonStructure body) {
    return HttpRequest.BodyPublishers.ofString(body.toString());
  }

  /** Waits as long as the market asks to, so its limits hold for demo data as for everybody. */
  private Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      HttpResponse<byte[]> response = exchange(request);
      if (!LATER.contains(response.statusCode()) || System.nanoTime() > deadline) {
        return new Answer(response.statusCode(), object(response.body()));
      }
      pause(
          Duration.ofSeconds(
              Math.min(10, response.headers().firstValueAsLong("Retry-After").orElse(1))));
    }
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoDataException("it was interrupted", e);
    }
  }

  private static JsonObject object(byte[] body) {
    if (body.length == 0) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.read() instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    } catch (JsonException e) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  /**
   * Asks again while a service has not yet heard of something from another, by event.
   *
   * @param notYet codes of refusals that pass
   * @return the first other answer, or the last
   */
  static Answer eventually(Set<String> notYet, Supplier<Answer> question) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = question.get();
    while (!answer.ok() && notYet.contains(answer.code()) && System.nanoTime() < deadline) {
      pause(LOOK);
      answer = question.get();
    }
    return answer;
  }

  static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
