package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import kr.gonggu.testkit.Http;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that OpenAPI says must not be sent, sent: derived from the schemas, so that a new
 * field cannot be forgotten. What is wrong is refused by its name, tells nothing of our inside, and
 * changes nothing.
 */
class BadInputIT {

  private static final RunningMarket MARKET = RunningMarket.get();
  private static final List<Operation> OPERATIONS =
      Operation.all(MARKET).stream()
          .filter(operation -> Endpoints.TABLE.containsKey(operation.id()))
          .toList();

  /** What only somebody who knows our code, our server or our database could have written. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?i)exception|\\bat [a-z]+\\.[a-z.]+\\(|\\b(java|jakarta|javax|org|com|kr)\\.[a-z]+\\.[a-z]"
              + "|\\bselect .* from\\b|\\binsert into\\b|sqlstate|mysql|eclipselink|resteasy|yasson"
              + "|SRVE\\d|CWW[A-Z]{2}\\d|<h1>|stack ?trace");

  private static final String SCRIPT = "<script>alert(document.cookie)</script>";
  private static final List<String> NASTY =
      List.of(
          SCRIPT,
          "\"><img src=x onerror=alert(1)>",
          "' OR '1'='1",
          "'; DROP TABLE deal; -- ",
          "%' UNION SELECT email, password_hash FROM member -- ",
          "../../../../etc/passwd",
          "${jndi:ldap://127.0.0.1/a}#{7*7}",
          "\u202eback\u0000wards");

  static Stream<Operation> withBody() {
    return OPERATIONS.stream().filter(operation -> operation.bodySchema() != null);
  }

  static Stream<Operation> withParameters() {
    return OPERATIONS.stream()
        .filter(
            operation ->
                !operation.parameters("query").isEmpty()
                    || !operation.parameters("path").isEmpty());
  }

  static Stream<Operation> withPicture() {
    return OPERATIONS.stream()
        .filter(operation -> "multipart/form-data".equals(operation.bodyType()));
  }

  static Stream<Operation> doneOnce() {
    return OPERATIONS.stream()
        .filter(operation -> operation.hasParameter("header", "Idempotency-Key"));
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void whatTheSchemaForbidsIsRefused(Operation operation) {
    Attempt attempt = attempt(operation);
    JsonValue good = parse(attempt.body());
    Map<String, String> bad = new LinkedHashMap<>();
    spoil(
        operation,
        "body",
        operation.bodySchema(),
        good,
        (what, body) -> bad.put(what, body.toString()));
    bad.put("nothing", "");
    bad.put("half an object", "{\"a\":");
    bad.put("no JSON", "<xml/>");
    bad.put("two values", good + " " + good);
    bad.put("nested without end", "[".repeat(5_000));

    assertNothingChanges(
        attempt,
        () ->
            SoftAssertions.assertSoftly(
                all ->
                    bad.forEach(
                        (what, body) -> {
                          Http.Answer answer = attempt.sends(body).send(MARKET, operation);
                          all.assertThat(answer.status())
                              .as(what + ": " + shortened(body) + " → " + answer)
                              .isEqualTo(400);
                          assertPlain(all, operation, what, answer);
                        })));
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void aBodyOfAnotherKindOrSizeIsRefused(Operation operation) {
    Attempt attempt = attempt(operation);
    Http http = attempt.client(attempt.right(), MARKET, operation);
    String address = attempt.address(operation);
    byte[] body = attempt.body().getBytes(StandardCharsets.UTF_8);

    assertNothingChanges(
        attempt,
        () ->
            SoftAssertions.assertSoftly(
                all -> {
                  for (String type : List.of("text/plain", "application/xml", "nonsense")) {
                    Http.Answer answer = http.send(operation.method(), address, type, body);
                    all.assertThat(answer.status())
                        .as(type)
                        .isIn(type.equals("nonsense") ? List.of(400, 415) : List.of(415));
                    assertPlain(all, operation, type, answer);
                  }
                  Http.Answer large =
                      attempt
                          .sends("{\"padding\":\"" + "가".repeat(700_000) + "\"}")
                          .send(MARKET, operation);
                  all.assertThat(large.status() + " " + large.code())
                      .isEqualTo("413 BODY_TOO_LARGE");
                }));
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void scriptAndSqlAreTextLikeAnyOther(Operation operation) {
    SoftAssertions.assertSoftly(
        all -> {
          for (String field : textFields(operation)) {
            for (String nasty : NASTY) {
              Attempt attempt = attempt(operation);
              JsonObjectBuilder body =
                  Json.createObjectBuilder((JsonObject) parse(attempt.body())).add(field, nasty);
              Http.Answer answer = attempt.sends(body.build()).send(MARKET, operation);
              String what = field + ": " + nasty + " → " + answer;
              all.assertThat(answer.status()).as(what).isLessThan(500);
              all.assertThat(answer.header("Content-Type"))
                  .as(what)
                  .matches("|application/(problem\\+)?json.*");
              all.assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
              if (answer.status() >= 400) {
                all.assertThat(answer.code()).as(what).isNotEmpty();
              } else if (!answer.text().isEmpty() && answer.json().containsKey(field)) {
                all.assertThat(answer.json().getString(field))
                    .as(what)
                    .isEqualToNormalizingWhitespace(nasty.strip());
              }
              if (answer.status() >= 400 && nasty.contains("\u0000")) {
                assertPlain(all, operation, what, answer);
              }
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("withParameters")
  void parametersAreNotTrusted(Operation operation) {
    Attempt attempt = attempt(operation);
    assertNothingChanges(
        attempt,
        () ->
            SoftAssertions.assertSoftly(
                all -> {
                  for (JsonObject parameter : operation.parameters("path")) {
                    String name = parameter.getString("name");
                    for (String nasty : List.of("nonsense", "0", "' OR '1'='1", "%27", SCRIPT)) {
                      Http.Answer answer = attempt.at(name, nasty).send(MARKET, operation);
                      all.assertThat(answer.status())
                          .as(name + "=" + nasty + " → " + answer)
                          .isIn(400, 404);
                      assertPlain(all, operation, name, answer);
                    }
                  }
                  for (JsonObject parameter : operation.parameters("query")) {
                    query(all, operation, attempt, parameter);
                  }
                }));
  }

  private static void query(
      SoftAssertions all, Operation operation, Attempt attempt, JsonObject parameter) {
    String name = parameter.getString("name");
    JsonObject schema =
        parameter.containsKey("schema")
            ? operation.resolve(parameter.get("schema"))
            : JsonValue.EMPTY_JSON_OBJECT;
    List<String> refused = new ArrayList<>();
    if (schema.getString("type", "").equals("integer")) {
      refused.addAll(List.of("many", "1.5", "99999999999999999999", "1e3"));
    }
    if (schema.containsKey("minimum")) {
      refused.add(next(schema, "minimum", -1));
      refused.add("-99999999");
    }
    if (schema.containsKey("maximum")) {
      refused.add(next(schema, "maximum", 1));
    }
    if (name.equals("limit")) {
      refused.addAll(List.of("-1", "0", "101"));
    }
    if (name.equals("near")) {
      refused.addAll(
          List.of("91,200", "-90.1,0", "37.5,181", "NaN,NaN", "Infinity,0", "1,2,3", "37.5", ","));
    }
    if (name.equals("from") || name.equals("to")) {
      refused.addAll(List.of("yesterday", "2026-02-30T00:00:00Z", "1", "2026-11-23"));
    }
    if (schema.containsKey("enum")) {
      refused.addAll(List.of("NO_SUCH", "' OR '1'='1"));
    }
    if (name.equals("cursor")) {
      refused.addAll(List.of("nonsense", "AAAA", "e30", "' OR '1'='1"));
    }
    for (String value : refused) {
      Http.Answer answer = attempt.asking(name, value).send(MARKET, operation);
      all.assertThat(answer.status()).as(name + "=" + value + " → " + answer).isEqualTo(400);
      assertPlain(all, operation, name + "=" + value, answer);
    }
    List<String> harmless = new ArrayList<>(NASTY);
    harmless.add("a".repeat(4_000));
    harmless.add("-1");
    for (String value : harmless) {
      Http.Answer answer = attempt.asking(name, value).send(MARKET, operation);
      String what = name + "=" + shortened(value) + " → " + answer;
      all.assertThat(answer.status()).as(what).isLessThan(500);
      all.assertThat(answer.header("Content-Type"))
          .as(what)
          .matches("application/(problem\\+)?json.*|image/jpeg");
    }
  }

  @ParameterizedTest
  @MethodSource("withPicture")
  void aPictureThatIsNoneOrABombIsRefused(Operation operation) {
    Attempt attempt = attempt(operation);
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("400 IMAGE_INVALID nothing", new byte[0]);
    bad.put("400 IMAGE_INVALID script", SCRIPT.getBytes(StandardCharsets.UTF_8));
    bad.put("400 IMAGE_INVALID GIF", "GIF89a\1\0\1\0".getBytes(StandardCharsets.ISO_8859_1));
    bad.put("400 IMAGE_INVALID empty PNG", pngHeader(10, 10));
    bad.put("413 IMAGE_TOO_LARGE 30 000 × 30 000 pixels", pngHeader(30_000, 30_000));
    bad.put("413 IMAGE_TOO_LARGE more than 5 MiB", new byte[5 * 1024 * 1024 + 1]);

    assertNothingChanges(
        attempt,
        () ->
            SoftAssertions.assertSoftly(
                all ->
                    bad.forEach(
                        (what, picture) -> {
                          Http.Answer answer = attempt.uploads(picture).send(MARKET, operation);
                          all.assertThat(what).startsWith(answer.status() + " " + answer.code());
                          assertPlain(all, operation, what, answer);
                        })));
    Http http = attempt.client(attempt.right(), MARKET, operation);
    for (String type : List.of("application/json", "text/plain", "image/jpeg")) {
      Http.Answer answer =
          http.send(operation.method(), attempt.address(operation), type, attempt.picture());
      assertThat(answer.status() + " " + answer.code())
          .as("what is no form, as " + type)
          .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
    }
  }

  /** A PNG that says how large it is, and ends there (PNG specification, 11.2.2). */
  private static byte[] pngHeader(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 checksum = new CRC32();
    checksum.update(header.array());
    ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(13).put(header.array()).putInt((int) checksum.getValue());
    return png.array();
  }

  /** The value next to a bound, on the side that is not allowed. */
  private static String next(JsonObject schema, String bound, int step) {
    return schema
        .getJsonNumber(bound)
        .bigDecimalValue()
        .add(BigDecimal.valueOf(step))
        .toPlainString();
  }

  @ParameterizedTest
  @MethodSource("doneOnce")
  void aKeyBelongsToOneRequest(Operation operation) {
    Attempt first = attempt(operation);
    Attempt keyless = first.with("Idempotency-Key", "");
    assertNothingChanges(
        first,
        () ->
            SoftAssertions.assertSoftly(
                all -> {
                  for (String key : List.of("", "k".repeat(65))) {
                    Http.Answer answer =
                        keyless.with("Idempotency-Key", key).send(MARKET, operation);
                    all.assertThat(answer.status() + " " + answer.code())
                        .isEqualTo("400 IDEMPOTENCY_KEY_REQUIRED");
                  }
                }));

    Attempt keyed = first.with("Idempotency-Key", UUID.randomUUID().toString());
    List<CompletableFuture<Http.Answer>> atOnce =
        Stream.generate(
                () ->
                    keyed
                        .client(keyed.right(), MARKET, operation)
                        .sendLater(operation.method(), keyed.address(operation), keyed.body()))
            .limit(4)
            .toList();
    List<String> answers =
        atOnce.stream().map(CompletableFuture::join).map(Http.Answer::toString).toList();
    assertThat(answers.get(0)).startsWith("201");
    assertThat(answers).as("one happened, all are told so").containsOnly(answers.get(0));

    assertNothingChanges(
        keyed,
        () -> {
          JsonObject body = (JsonObject) parse(keyed.body());
          Http.Answer other = keyed.sends(another(body)).send(MARKET, operation);
          assertThat(other.status() + " " + other.code()).isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
        });
  }

  /** The same with its first number one higher. */
  private static JsonObject another(JsonObject body) {
    JsonObjectBuilder other = Json.createObjectBuilder(body);
    for (Map.Entry<String, JsonValue> field : body.entrySet()) {
      if (field.getValue() instanceof JsonNumber number) {
        return other.add(field.getKey(), number.longValueExact() + 1).build();
      }
    }
    throw new IllegalArgumentException("no number in " + body);
  }

  /** Puts each value in turn where the schema does not allow it. */
  private static void spoil(
      Operation operation, String path, JsonObject schema, JsonValue good, Sink bad) {
    for (JsonValue wrong : wrong(schema, good)) {
      bad.put(path + " = " + shortened(wrong.toString()), wrong);
    }
    if (good instanceof JsonObject object && schema.containsKey("properties")) {
      List<String> required = operation.required(schema);
      for (String name : required) {
        bad.put(path + " without " + name, Json.createObjectBuilder(object).remove(name).build());
        bad.put(
            path + " with null for " + name,
            Json.createObjectBuilder(object).addNull(name).build());
      }
      schema
          .getJsonObject("properties")
          .forEach(
              (name, property) ->
                  spoil(
                      operation,
                      path + "." + name,
                      operation.resolve(property),
                      object.get(name),
                      (what, value) ->
                          bad.put(
                              what, Json.createObjectBuilder(object).add(name, value).build())));
    }
    if (good instanceof JsonArray array && !array.isEmpty() && schema.containsKey("items")) {
      spoil(
          operation,
          path + "[0]",
          operation.resolve(schema.get("items")),
          array.get(0),
          (what, value) -> bad.put(what, Json.createArrayBuilder(array).set(0, value).build()));
    }
  }

  private static List<JsonValue> wrong(JsonObject schema, JsonValue good) {
    List<JsonValue> wrong = new ArrayList<>();
    switch (schema.getString("type", "")) {
      case "object" -> {
        wrong.add(Json.createValue("text"));
        wrong.add(Json.createValue(1));
        wrong.add(JsonValue.EMPTY_JSON_ARRAY);
      }
      case "array" -> {
        wrong.add(Json.createValue("text"));
        wrong.add(JsonValue.EMPTY_JSON_OBJECT);
        if (schema.containsKey("maxItems") && good instanceof JsonArray array && !array.isEmpty()) {
          JsonArrayBuilder many = Json.createArrayBuilder();
          for (int i = 0; i <= schema.getInt("maxItems"); i++) {
            many.add(array.get(0));
          }
          wrong.add(many.build());
        }
      }
      case "boolean" -> {
        wrong.add(Json.createValue("true"));
        wrong.add(Json.createValue(1));
      }
      case "integer", "number" -> numbers(schema, wrong);
      case "string" -> texts(schema, wrong);
      default -> wrong.add(JsonValue.EMPTY_JSON_ARRAY);
    }
    return wrong;
  }

  private static void numbers(JsonObject schema, List<JsonValue> wrong) {
    wrong.add(Json.createValue("5"));
    wrong.add(JsonValue.TRUE);
    wrong.add(JsonValue.EMPTY_JSON_ARRAY);
    if (schema.getString("type").equals("integer")) {
      wrong.add(Json.createValue(new BigDecimal("5.5")));
      wrong.add(Json.createValue(BigInteger.TWO.pow(63)));
      wrong.add(Json.createValue(BigInteger.TWO.pow(64).add(BigInteger.ONE)));
      wrong.add(Json.createValue(BigInteger.TWO.pow(63).negate().subtract(BigInteger.ONE)));
    }
    wrong.add(Json.createValue(new BigDecimal("1e400")));
    // Short, until somebody writes it out.
    wrong.add(Json.createValue(new BigDecimal("1e999999999")));
    if (schema.containsKey("minimum")) {
      BigDecimal minimum = schema.getJsonNumber("minimum").bigDecimalValue();
      wrong.add(Json.createValue(minimum.subtract(BigDecimal.ONE)));
      wrong.add(Json.createValue(-1_000_000));
      if (schema.getBoolean("exclusiveMinimum", false)) {
        wrong.add(Json.createValue(minimum));
      }
    }
    if (schema.containsKey("maximum")) {
      wrong.add(
          Json.createValue(schema.getJsonNumber("maximum").bigDecimalValue().add(BigDecimal.ONE)));
    }
  }

  private static void texts(JsonObject schema, List<JsonValue> wrong) {
    wrong.add(Json.createValue(5));
    wrong.add(JsonValue.FALSE);
    wrong.add(JsonValue.EMPTY_JSON_OBJECT);
    wrong.add(JsonValue.EMPTY_JSON_ARRAY);
    if (schema.containsKey("enum")) {
      wrong.add(Json.createValue("NO_SUCH"));
      wrong.add(
          Json.createValue(
              schema.getJsonArray("enum").getString(0).toLowerCase(Locale.ROOT) + " "));
    }
    switch (schema.getString("format", "")) {
      case "uuid" -> {
        wrong.add(Json.createValue("nonsense"));
        wrong.add(Json.createValue("1-1-1-1-1"));
      }
      case "date-time" -> {
        wrong.add(Json.createValue("tomorrow"));
        wrong.add(Json.createValue("2026-02-30T00:00:00Z"));
        // Nothing that members plan lies there.
        wrong.add(Json.createValue("2020-01-01T00:00:00Z"));
        wrong.add(Json.createValue("+999999999-12-31T23:59:59Z"));
      }
      default -> {
        if (schema.containsKey("maxLength")) {
          int most = schema.getInt("maxLength");
          wrong.add(Json.createValue("가".repeat(most + 1)));
          wrong.add(Json.createValue("가".repeat(Math.max(10_000, most + 1))));
        }
        if (schema.getInt("minLength", 0) > 0) {
          wrong.add(Json.createValue(""));
        }
      }
    }
  }

  /** Fields of the body that hold free text. */
  private static List<String> textFields(Operation operation) {
    JsonObject schema = operation.bodySchema();
    if (!schema.containsKey("properties")) {
      return List.of();
    }
    return schema.getJsonObject("properties").entrySet().stream()
        .filter(
            property -> {
              JsonObject type = operation.resolve(property.getValue());
              return type.getString("type", "").equals("string")
                  && !type.containsKey("enum")
                  && !type.containsKey("format")
                  && !property.getKey().toLowerCase(Locale.ROOT).contains("password");
            })
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void assertPlain(
      SoftAssertions all, Operation operation, String what, Http.Answer answer) {
    all.assertThat(operation.tellsOf(answer.status(), answer.code()))
        .as("OpenAPI tells of what answers " + what + ": " + answer)
        .isTrue();
    all.assertThat(answer.code()).as(what + " → " + answer).isNotEmpty();
    all.assertThat(INSIDE.matcher(answer.text()).find())
        .as("our inside, in the answer to " + what + ": " + answer)
        .isFalse();
  }

  /** Runs what must be refused, and looks at all that the sender has before and after. */
  private static void assertNothingChanges(Attempt attempt, Runnable refused) {
    Neighbour owner = attempt.right() == null ? stage().host() : attempt.right();
    String before = belongings(owner);
    refused.run();
    assertThat(belongings(owner)).isEqualTo(before);
  }

  private static String belongings(Neighbour owner) {
    StringBuilder all = new StringBuilder();
    for (String place :
        List.of(
            "member/members/me",
            "deal/me/hosted?limit=100",
            "deal/me/enrolled?limit=100",
            "deal/deals/" + stage().deal() + "/enrollments",
            "pay/wallet",
            "pay/transactions?limit=100",
            "chat/rooms/" + stage().deal() + "/messages?limit=100")) {
      String[] parts = place.split("/", 2);
      // Views are counted later than they happen.
      all.append(owner.at(parts[0]).get("/" + parts[1]).text().replaceAll("\"views\":\\d+", ""))
          .append('\n');
    }
    return all.toString().replaceAll("urn:gonggu:request:\\w+", "");
  }

  private static JsonStructure parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.read();
    }
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "… (" + text.length() + ")";
  }

  private static Attempt attempt(Operation operation) {
    return Endpoints.TABLE.get(operation.id()).attempt().apply(stage());
  }

  private static Stage stage() {
    return Stage.of(MARKET);
  }

  private interface Sink {
    void put(String what, JsonValue body);
  }
}
