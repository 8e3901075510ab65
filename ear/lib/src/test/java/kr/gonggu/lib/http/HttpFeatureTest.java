package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.trace.Trace;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client gets when things go wrong, over HTTP. Here on Jersey; the services' own tests say
 * the same of RESTEasy in Open Liberty.
 */
@Timeout(60)
class HttpFeatureTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String ORDER =
      """
      {"title":"감귤","amount":30000,"shares":10,"pickup":{"latitude":37.5},"keywords":["귤"]}\
      """;

  private static HttpServer server;
  private static URI base;

  /** Part of a body. */
  public record Pickup(@NotNull @DecimalMin("-90") Double latitude) {}

  /** A body. */
  public record Order(
      @NotBlank @Size(max = 5) String title,
      @Positive long amount,
      @NotNull @Max(1000) Integer shares,
      Instant deadline,
      @NotNull @Valid Pickup pickup,
      List<@NotBlank String> keywords) {}

  /** An answer that JSON-B cannot write. */
  public static class Unwritable {
    public String getName() {
      throw new IllegalStateException("secret of the getter");
    }
  }

  @Path("orders")
  @Produces("application/json")
  @Consumes("application/json")
  public static class Orders {

    @POST
    public Map<String, Object> place(@NotNull @Valid Order order) {
      return Map.of("title", order.title(), "amount", order.amount());
    }

    @GET
    public Map<String, String> find(@QueryParam("min-price") @Positive Long lowest) {
      return Map.of(
          "requestId", Trace.current().requestId(), "traceparent", Trace.current().traceparent());
    }

    @GET
    @Path("{id}")
    public Map<String, String> one(@PathParam("id") UUID id) {
      return Map.of("id", id.toString());
    }

    @GET
    @Path("page/last")
    public Page<String> page() {
      return new Page<>(List.of("a"), null);
    }

    @GET
    @Path("status/{status}")
    public Response status(@PathParam("status") int status) {
      return Response.status(status).build();
    }

    @GET
    @Path("cached/one")
    public Response cached() {
      return Response.ok("{}").header("Cache-Control", "public, max-age=60").build();
    }

    @GET
    @Path("unwritable/one")
    public Unwritable unwritable() {
      return new Unwritable();
    }

    @GET
    @Path("empty/one")
    @NotNull
    public Map<String, String> withoutAnswer() {
      return null;
    }

    @GET
    @Path("failing/{how}")
    public String fail(@PathParam("how") String how) throws Throwable {
      throw switch (how) {
        case "refusal" ->
            new Refusal(CommonError.TOO_MANY_REQUESTS, "Three a minute.")
                .withRetryAfter(Duration.ofMillis(1_500));
        case "wrapped" ->
            new RuntimeException(new Exception(new Refusal(CommonError.CONFLICT, "Taken.")));
        case "field" -> Refusal.field(CommonError.CONFLICT, "shares", "are taken");
        case "optimistic" -> new RuntimeException(new OptimisticLockException("version 3"));
        case "duplicate" ->
            new RuntimeException(
                new SQLIntegrityConstraintViolationException("Duplicate 'x'", "23000", 1062));
        case "database" ->
            new RuntimeException(new SQLNonTransientConnectionException("secret host"));
        case "deadlock" -> new RuntimeException(new SQLException("deadlock", "40001", 1213));
        case "redis" -> new RuntimeException(new ConnectException("secret host"));
        case "sql" -> new SQLException("SELECT secret FROM member", "42000", 1064);
        case "pointer" -> new NullPointerException("secret pointer");
        case "gone" -> new WebApplicationException(410);
        case "broken" -> new WebApplicationException("secret status", 502);
        case "anonymous" -> new NotAuthorizedException("Basic");
        case "elsewhere" -> new RedirectionException(303, URI.create("/orders"));
        default -> new AssertionError("secret error");
      };
    }
  }

  /** As a service declares it. */
  public static class TestHttpFeature extends HttpFeature {}

  /** As a service declares it. */
  public static class TestApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Orders.class, TestHttpFeature.class);
    }
  }

  @BeforeAll
  static void start() {
    server =
        JdkHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"),
            ResourceConfig.forApplication(new TestApplication()));
    base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void letsAGoodRequestThrough() {
    Answer answer = post(ORDER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().getInt("amount")).isEqualTo(30_000);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aProblemHasAllThatRfc9457AndTheContractSay() {
    Answer answer = get("/failing/field", "X-Request-Id", "mine-1");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            json(
                """
                {"type":"urn:gonggu:problem:conflict",
                 "title":"The present state does not allow this",
                 "status":409, "code":"CONFLICT", "detail":"are taken",
                 "instance":"urn:gonggu:request:mine-1",
                 "violations":[{"field":"shares","message":"are taken"}]}\
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "refusal,    429, TOO_MANY_REQUESTS, 2",
    "wrapped,    409, CONFLICT,",
    "optimistic, 409, CONFLICT,",
    "duplicate,  409, CONFLICT,",
    "database,   503, UNAVAILABLE, 2",
    "deadlock,   503, UNAVAILABLE, 2",
    "redis,      503, UNAVAILABLE, 2",
    "sql,        500, INTERNAL,",
    "pointer,    500, INTERNAL,",
    "error,      500, INTERNAL,",
    "gone,       410, BAD_REQUEST,",
    "broken,     500, INTERNAL,",
    "anonymous,  401, UNAUTHENTICATED,",
  })
  void everyFailureIsAProblemThatTellsNothingInternal(
      String how, int status, String code, String retryAfter) {
    Answer answer = get("/failing/" + how);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
    assertThat(answer.text())
        .doesNotContainIgnoringCase("secret")
        .doesNotContain("Exception", "kr.gonggu", "java.", "SELECT", "\tat ");
  }

  @Test
  void anUnexpectedFailureIsInTheLogUnderTheNumberTheClientHas() {
    List<LogRecord> records = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger(Problems.class.getName());
    log.addHandler(handler);
    String instance;
    try {
      instance = get("/failing/pointer", "X-Request-Id", "mine-2").body().getString("instance");
    } finally {
      log.removeHandler(handler);
    }

    assertThat(instance).matches("urn:uuid:[0-9a-f-]{36}");
    assertThat(records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getMessage()).contains(instance, "mine-2");
              assertThat(record.getThrown()).hasMessage("secret pointer");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"/unwritable/one", "/empty/one"})
  void anAnswerThatCannotBeGivenIsOurFault(String path) {
    Answer answer = get(path, "X-Request-Id", "mine-3");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("INTERNAL");
    assertThat(answer.text()).doesNotContain("secret");
  }

  @Test
  void aChangeMadeMeanwhileIs412OnlyForAConditionalRequest() {
    assertThat(get("/failing/optimistic", "If-Match", "\"3\"").code())
        .isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void aRedirectIsNoProblem() {
    assertThat(get("/failing/elsewhere").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST",
    "401, UNAUTHENTICATED",
    "403, FORBIDDEN",
    "404, NOT_FOUND",
    "409, CONFLICT",
    "412, VERSION_CONFLICT",
    "415, UNSUPPORTED_MEDIA_TYPE",
    "418, BAD_REQUEST",
    "428, VERSION_REQUIRED",
    "429, TOO_MANY_REQUESTS",
    "500, INTERNAL",
    "503, UNAVAILABLE",
  })
  void aBareStatusGetsItsProblem(int status, String code) {
    Answer answer = get("/status/" + status);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().getInt("status")).isEqualTo(status);
  }

  @Test
  void whatJakartaRestItselfRefusesIsAProblem() {
    assertThat(get("/no/such/thing").code()).isEqualTo("NOT_FOUND");
    assertThat(get("/not-a-uuid").code()).isEqualTo("NOT_FOUND");
    assertThat(get("", "Accept", "image/png").code()).isEqualTo("NOT_ACCEPTABLE");

    Answer wrongMethod = send(request("").method("DELETE", BodyPublishers.noBody()));
    assertThat(wrongMethod.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(wrongMethod.header("Allow")).contains("POST");

    Answer wrongType =
        send(
            request("")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>")));
    assertThat(wrongType.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void aBrowserIsNeverAskedForAPassword() {
    assertThat(get("/failing/anonymous").header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(get("/status/401", "Authorization", "Bearer x").header("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"invalid_token\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":\"감귤\",\"amount\":5.5}          | amount",
        "{\"title\":\"감귤\",\"amount\":\"5\"}        | amount",
        "{\"amount\":18446744073709551616}            | amount",
        "{\"amount\":1,\"deadline\":\"tomorrow\"}     | deadline",
        "{\"amount\":1,\"pickup\":{\"latitude\":\"\"}}| pickup.latitude",
      })
  void aValueOfTheWrongKindIsNamed(String body, String field) {
    Answer answer = post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    assertThat(answer.fields()).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"title\":", "hello", "{\"unknown\":[", "{} {}", "[[[["})
  void aBodyThatIsNotJsonIsRefusedAndHoldsNoThread(String body) {
    Answer answer = post(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void allFieldsAtFaultAreToldInTheClientsLanguage() {
    String body =
        """
        {"title":"너무 긴 제목","amount":0,"pickup":{"latitude":-91},"keywords":["귤"," "]}\
        """;

    Answer korean = post(body);
    assertThat(korean.status()).isEqualTo(400);
    assertThat(korean.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(korean.violations())
        .containsExactly(
            "amount: 0보다 커야 해요",
            "keywords[1]: 비워 둘 수 없어요",
            "pickup.latitude: -90 이상이어야 해요",
            "shares: 꼭 필요해요",
            "title: 길이나 개수가 0에서 5 사이여야 해요");

    Answer english = post(body, "Accept-Language", "en-GB,en;q=0.9,ko;q=0.8");
    assertThat(english.violations())
        .containsExactly(
            "amount: must be more than 0",
            "keywords[1]: must not be blank",
            "pickup.latitude: must be -90 or more",
            "shares: is missing",
            "title: must have 0 to 5 characters or entries");

    assertThat(post(body, "Accept-Language", "fr").violations()).isEqualTo(korean.violations());
  }

  @Test
  void aMissingBodyIsRefused() {
    assertThat(post("").code()).isEqualTo("MALFORMED_JSON");
    Answer nothing = post("null");
    assertThat(nothing.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(nothing.fields()).containsExactly("body");
  }

  @Test
  void aParameterIsNamedAsInTheRequest() {
    Answer answer = get("?min-price=-1");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.fields()).containsExactly("min-price");
  }

  @Test
  void theRequestIdIsKeptMadeAndKnownInside() {
    assertThat(get("", "X-Request-Id", "abc_1.2-3").header("X-Request-Id")).isEqualTo("abc_1.2-3");

    Answer answer =
        get(
            "",
            "X-Request-Id",
            "not good",
            "traceparent",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(answer.header("X-Request-Id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(answer.body().getString("requestId")).isEqualTo(answer.header("X-Request-Id"));
    assertThat(answer.body().getString("traceparent")).contains("00f067aa0ba902b7");
  }

  @Test
  void theLastPageSaysThatThereIsNoNext() {
    assertThat(get("/page/last").body()).isEqualTo(json("{\"items\":[\"a\"],\"next\":null}"));
  }

  @Test
  void aResourceMayDecideWhatIsCached() {
    assertThat(get("/cached/one").header("Cache-Control")).isEqualTo("public, max-age=60");
  }

  private static Answer post(String body, String... headers) {
    HttpRequest.Builder request = request("");
    request.header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.POST(BodyPublishers.ofString(body)));
  }

  private static Answer get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonObject body() {
      return json(response.body());
    }

    String code() {
      return body().getString("code");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    List<String> fields() {
      return violations().stream().map(text -> text.substring(0, text.indexOf(": "))).toList();
    }

    List<String> violations() {
      List<String> texts = new ArrayList<>();
      for (JsonValue violation : body().getJsonArray("violations")) {
        JsonObject object = violation.asJsonObject();
        texts.add(object.getString("field") + ": " + object.getString("message"));
      }
      return texts;
    }
  }
}
