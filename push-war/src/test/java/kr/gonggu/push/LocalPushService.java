package kr.gonggu.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kr.gonggu.push.infrastructure.Browser;
import kr.gonggu.testkit.Http;

/**
 * A push service as RFC 8030 describes it, with the devices that subscribed there. It takes nothing
 * of whom it cannot identify by RFC 8292, which it checks with Nimbus; its devices decrypt with
 * Bouncy Castle. Nothing here is the service's own code.
 */
final class LocalPushService implements AutoCloseable {

  private final URI origin = URI.create(System.getProperty("gonggu.push.origins"));
  private final Map<String, List<Push>> pushes = new ConcurrentHashMap<>();
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** What a request will be answered. */
  record Answer(int status, String header, String value) {}

  /**
   * One request that was identified and taken to a device.
   *
   * @param status what it was answered
   */
  record Push(Map<String, String> headers, byte[] body, JWTClaimsSet claims, int status) {

    String header(String name) {
      return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }
  }

  private LocalPushService() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", origin.getPort()), 100);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  static LocalPushService start() {
    try {
      return new LocalPushService();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A browser of a member's, registered with the service and called at any time of the day. */
  Device device(Person owner) {
    Device device = device();
    device.register(owner);
    owner.prefers("{\"muted\":[],\"quietHours\":null}");
    return device;
  }

  /** A browser that nobody knows of yet. */
  Device device() {
    return new Device(origin + "/push/" + UUID.randomUUID());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
    JWTClaimsSet claims = identified(headers.getOrDefault("authorization", ""));
    Answer answer = new Answer(201, "Location", origin + path + "/message");
    if (claims == null || !exchange.getRequestMethod().equals("POST")) {
      answer = new Answer(403, "X-Reason", "unidentified");
    } else {
      Answer planned = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
      answer = planned == null ? answer : planned;
    }
    pushes
        .computeIfAbsent(path, p -> new CopyOnWriteArrayList<>())
        .add(new Push(headers, body, claims, answer.status()));
    exchange.getResponseHeaders().set(answer.header(), answer.value());
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }

  /** The claims of who calls, or null: RFC 8292, sections 2 and 3. */
  private JWTClaimsSet identified(String authorization) {
    if (!authorization.startsWith("vapid t=") || !authorization.contains(", k=")) {
      return null;
    }
    try {
      SignedJWT token = SignedJWT.parse(authorization.substring(8, authorization.indexOf(", k=")));
      byte[] point =
          Base64.getUrlDecoder().decode(authorization.substring(authorization.indexOf(", k=") + 4));
      ECKey key =
          new ECKey.Builder(
                  Curve.P_256,
                  Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                  Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
              .build();
      JWTClaimsSet claims = token.getJWTClaimsSet();
      Date latest = Date.from(Instant.now().plus(Duration.ofHours(24)));
      boolean good =
          token.verify(new ECDSAVerifier(key))
              && claims.getAudience().equals(List.of(origin.toString()))
              && claims.getExpirationTime().after(new Date())
              && claims.getExpirationTime().before(latest)
              && claims.getSubject().startsWith("mailto:");
      return good ? claims : null;
    } catch (ParseException | JOSEException e) {
      return null;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** A browser with its subscription. */
  final class Device {

    private final String endpoint;
    private final Browser browser = new Browser();

    Device(String endpoint) {
      this.endpoint = endpoint;
    }

    /** As {@code PushSubscription.toJSON()} gives it. */
    String subscription() {
      return """
      {"endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"},"device":"내 휴대폰"}
      """
          .formatted(endpoint, browser.p256dh(), browser.auth());
    }

    /** Registers it; gives the id. */
    String register(Person owner) {
      Http.Answer answer = owner.http().post("/subscriptions", subscription());
      assertThat(answer.status()).as("%s", answer).isEqualTo(201);
      return answer.json().getString("id");
    }

    /** The next requests are answered otherwise. */
    Device answers(int status, String header, String value) {
      answers
          .computeIfAbsent(path(), p -> new ConcurrentLinkedQueue<>(new ArrayDeque<>()))
          .add(new Answer(status, header, value));
      return this;
    }

    /** All requests so far, whatever they were answered. */
    List<Push> requests() {
      return pushes.getOrDefault(path(), List.of());
    }

    /** The requests, as soon as there are so many. */
    List<Push> requests(int size) {
      return await().atMost(Person.PATIENCE).until(this::requests, found -> found.size() >= size);
    }

    /** What its service worker was told so far. */
    List<JsonObject> told() {
      return requests().stream().filter(push -> push.status() == 201).map(this::read).toList();
    }

    /** What its service worker was told, as soon as it is so much. */
    List<JsonObject> told(int size) {
      return await().atMost(Person.PATIENCE).until(this::told, found -> found.size() >= size);
    }

    private JsonObject read(Push push) {
      try (JsonReader reader = Json.createReader(new StringReader(browser.read(push.body())))) {
        return reader.readObject();
      }
    }

    String endpoint() {
      return endpoint;
    }

    private String path() {
      return URI.create(endpoint).getPath();
    }
  }
}
