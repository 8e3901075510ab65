package kr.gonggu.testkit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A small JSON client for tests: immutable, so that one call's token or header is not the next
 * one's.
 */
public final class Http {

  // HTTP/1.1: an upgrade attempt to h2c on every request is not what a browser sends.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final Map<String, String> headers;

  private Http(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /**
   * @param base address of the service with its context root and without a slash at the end, for
   *     example {@code http://127.0.0.1:40001/api/deal}
   */
  public static Http at(URI base) {
    return new Http(base, Map.of());
  }

  /** The same client, signed in. */
  public Http as(String accessToken) {
    return with("Authorization", "Bearer " + accessToken);
  }

  /** The same client with one more header. */
  public Http with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Http(base, more);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /**
   * @param json the body as it goes over the wire, so that a test can send what is no JSON
   */
  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  /** Sends a body of any kind. */
  public Answer send(String method, String path, String contentType, byte[] body) {
    return wait(
        with("Content-Type", contentType)
            .request(method, path, HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Sends one file as {@code multipart/form-data}. */
  public Answer upload(
      String path, String field, String fileName, String contentType, byte[] body) {
    return upload("POST", path, field, fileName, contentType, body);
  }

  /** Sends one file as {@code multipart/form-data} by any method. */
  public Answer upload(
      String method, String path, String field, String fileName, String contentType, byte[] body) {
    String boundary = "----gonggu" + System.nanoTime();
    byte[] head =
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, field, fileName, contentType))
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + body.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    System.arraycopy(tail, 0, all, head.length + body.length, tail.length);
    return send(method, path, "multipart/form-data; boundary=" + boundary, all);
  }

  /** Sends without waiting, for what must happen at once. */
  public CompletableFuture<Answer> sendLater(String method, String path, String json) {
    return CLIENT
        .sendAsync(json(method, path, json), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(Answer::new);
  }

  /**
   * Sends JSON, or nothing.
   *
   * @param json the body as it goes over the wire, or null
   */
  public Answer send(String method, String path, String json) {
    return wait(json(method, path, json));
  }

  /** Asks for what never ends, and hangs up as soon as the headers are there. */
  public int statusOfStream(String path) {
    HttpRequest request = request("GET", path, HttpRequest.BodyPublishers.noBody());
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      return response.statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest json(String method, String path, String json) {
    return json == null
        ? request(method, path, HttpRequest.BodyPublishers.noBody())
        : with("Content-Type", "application/json")
            .request(method, path, HttpRequest.BodyPublishers.ofString(json));
  }

  private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    headers.forEach(builder::header);
    return builder.build();
  }

  private static Answer wait(HttpRequest request) {
    try {
      return new Answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * What came back.
   *
   * @param response status, headers and bytes
   */
  public record Answer(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
      return response.body();
    }

    /** First value of a header, or empty text. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonObject json() {
      return (JsonObject) structure();
    }

    public JsonArray array() {
      return (JsonArray) structure();
    }

    /** {@code code} of a problem, or empty text when the answer is none. */
    public String code() {
      return header("Content-Type").startsWith("application/problem+json")
          ? json().getString("code", "")
          : "";
    }

    private JsonStructure structure() {
      try (JsonReader reader = Json.createReader(new StringReader(text()))) {
        return reader.read();
      }
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }
}
