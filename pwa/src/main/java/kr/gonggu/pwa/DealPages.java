package kr.gonggu.pwa;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * What the deal service tells anybody about a deal, for the preview of a link to it. A page is
 * never kept waiting for it for long: without an answer in time there is merely no preview.
 */
final class DealPages {

  /** Whoever shows a link waits a few seconds for the page; whoever opens it should not notice. */
  private static final Duration PATIENCE = Duration.ofMillis(800);

  /** A link that is sent into a room is opened by many at once. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /** So that a deal service that is away is not waited for on every page. */
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(5);

  private static final int KEPT = 500;

  /** The answer may come from this very server, whose threads must not all wait for themselves. */
  private static final int AT_ONCE = 4;

  private final Optional<URI> market;
  private final InstantSource clock;
  private final Semaphore asking = new Semaphore(AT_ONCE);
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Instant nextTry = Instant.EPOCH;

  /**
   * @param market where {@code /api/deal} is, or nothing for the server that was asked for the page
   */
  DealPages(Optional<URI> market, InstantSource clock) {
    this.market = market;
    this.clock = clock;
  }

  /**
   * @param environment the variables of the process; {@code GONGGU_MARKET_ADDRESS} is an address
   *     like {@code http://gateway:9080}
   * @throws IllegalArgumentException for an address that is none
   */
  static DealPages of(Map<String, String> environment) {
    return new DealPages(
        WebAddress.of(environment, "GONGGU_MARKET_ADDRESS"), InstantSource.system());
  }

  /**
   * @param id a UUID
   * @param request which came to the server to ask, unless another one was named
   * @return nothing where there is no such deal, or no word of it in time
   */
  Optional<DealPage> find(String id, HttpServletRequest request) {
    Instant now = clock.instant();
    synchronized (known) {
      Known before = known.get(id);
      if (before != null && before.until().isAfter(now)) {
        return before.page();
      }
      if (nextTry.isAfter(now)) {
        return Optional.empty();
      }
    }
    if (!asking.tryAcquire()) {
      return Optional.empty();
    }
    try {
      Optional<DealPage> page = ask(market.orElseGet(() -> self(request)), id);
      keep(id, new Known(page, now.plus(FRESH)));
      return page;
    } catch (IOException | JsonException | ClassCastException | NullPointerException e) {
      // Away, too slow, or nothing one understands: the page is worth more than its preview.
      synchronized (known) {
        nextTry = clock.instant().plus(UNTIL_NEXT_TRY);
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      asking.release();
    }
  }

  private Optional<DealPage> ask(URI from, String id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(from + "/api/deal/deals/" + id))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() == 404) {
        return Optional.empty();
      }
      if (response.statusCode() != 200) {
        throw new IOException("The deal service answered " + response.statusCode());
      }
      try (JsonReader reader = Json.createReader(body)) {
        return Optional.of(page(reader.readObject()));
      }
    }
  }

  private static DealPage page(JsonObject deal) {
    JsonArray images = deal.getJsonArray("images");
    return new DealPage(
        deal.getString("id"),
        deal.getString("title"),
        deal.getString("status"),
        deal.getJsonNumber("pricePerShare").longValue(),
        deal.getInt("shares") - deal.getInt("sharesTaken"),
        deal.getInt("unitQuantity") + deal.getString("unit"),
        deal.getJsonObject("pickup").getString("label"),
        images.isEmpty() ? Optional.empty() : Optional.of(images.getString(0)));
  }

  private void keep(String id, Known now) {
    synchronized (known) {
      known.remove(id);
      if (known.size() >= KEPT) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(id, now);
    }
  }

  /** The end of the very connection, not the Host header: that one is the asker's to choose. */
  private static URI self(HttpServletRequest request) {
    String address = request.getLocalAddr();
    String host = address.contains(":") ? "[" + address + "]" : address;
    return URI.create("http://" + host + ":" + request.getLocalPort());
  }

  private record Known(Optional<DealPage> page, Instant until) {}
}
