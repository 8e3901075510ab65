package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.gonggu.testkit.Http;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sends an example of the OpenAPI document as it stands there is understood. */
class OpenApiExamplesIT {

  private static final RunningMarket MARKET = RunningMarket.get();
  private static final List<Operation> OPERATIONS = Operation.all(MARKET);

  /** Valid, and all the same not to be had: the example names what this market has not. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "member.changeProfile", "403 PASSWORD_WRONG",
          "member.changePassword", "403 PASSWORD_WRONG",
          "member.leave", "403 PASSWORD_WRONG",
          "pay.remitMoney", "404 NO_SUCH_MEMBER");

  static Stream<Operation> withBody() {
    return OPERATIONS.stream().filter(operation -> operation.bodySchema() != null);
  }

  static Stream<String> schemas() {
    return schemasByName().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void aBodyIsTakenAsTheDocumentGivesIt(Operation operation) {
    if (operation.id().equals("member.signUp") || operation.id().equals("member.signIn")) {
      return; // the story below
    }
    Attempt attempt = Endpoints.TABLE.get(operation.id()).attempt().apply(Stage.of(MARKET));

    Http.Answer answer = attempt.sends(example(operation).toString()).send(MARKET, operation);

    String refused = REFUSED.get(operation.id());
    if (refused == null) {
      assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
    } else {
      assertThat(answer.status() + " " + answer.code()).isEqualTo(refused);
      assertThat(operation.tellsOf(answer.status(), answer.code())).isTrue();
    }
  }

  @Test
  void oneMemberCanBeMadeOfTheExamplesAlone() {
    Http member = MARKET.service("member");
    Http.Answer signUp = send(member, "signUp");
    assertThat(signUp.status()).as(signUp.toString()).isEqualTo(201);
    Http.Answer signIn = send(member, "signIn");
    assertThat(signIn.status()).as(signIn.toString()).isEqualTo(200);

    Http signedIn = member.as(signIn.json().getString("accessToken"));
    for (String operation : List.of("changeProfile", "changePassword")) {
      Http.Answer answer = send(signedIn, operation);
      assertThat(answer.status()).as(operation + " → " + answer).isBetween(200, 299);
    }
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void everyExampleIsWhatItsSchemaAllows(String name) {
    JsonObject schema = schemasByName().get(name);
    SoftAssertions.assertSoftly(all -> check(all, name, schema));
  }

  private static void check(SoftAssertions all, String place, JsonObject schema) {
    if (schema.containsKey("properties")) {
      schema
          .getJsonObject("properties")
          .forEach((name, field) -> check(all, place + "." + name, field.asJsonObject()));
    }
    if (!schema.containsKey("example")) {
      return;
    }
    assertFits(all, place, OPERATIONS.get(0).resolve(schema), schema.get("example"));
  }

  private static void assertFits(
      SoftAssertions all, String place, JsonObject schema, JsonValue example) {
    String what = place + ": " + example;
    if (example == JsonValue.NULL) {
      all.assertThat(schema.getBoolean("nullable", false)).as(what).isTrue();
      return;
    }
    if (schema.containsKey("enum")) {
      all.assertThat(schema.getJsonArray("enum")).as(what).contains(example);
    }
    switch (schema.getString("type", "")) {
      case "string" -> {
        all.assertThat(example).as(what).isInstanceOf(JsonString.class);
        if (example instanceof JsonString text) {
          assertText(all, what, schema, text.getString());
        }
      }
      case "integer", "number" -> {
        all.assertThat(example).as(what).isInstanceOf(JsonNumber.class);
        if (example instanceof JsonNumber number) {
          assertNumber(all, what, schema, number);
        }
      }
      case "boolean" -> all.assertThat(example).as(what).isIn(JsonValue.TRUE, JsonValue.FALSE);
      case "array" -> {
        all.assertThat(example).as(what).isInstanceOf(JsonArray.class);
        if (example instanceof JsonArray array && schema.containsKey("items")) {
          JsonObject items = OPERATIONS.get(0).resolve(schema.get("items"));
          array.forEach(item -> assertFits(all, place + "[]", items, item));
        }
      }
      case "object" -> all.assertThat(example).as(what).isInstanceOf(JsonObject.class);
      default -> {
        // anything
      }
    }
  }

  private static void assertText(SoftAssertions all, String what, JsonObject schema, String text) {
    all.assertThat(text.length())
        .as(what)
        .isBetween(schema.getInt("minLength", 0), schema.getInt("maxLength", Integer.MAX_VALUE));
    if (schema.containsKey("pattern")) {
      all.assertThat(text).as(what).containsPattern(schema.getString("pattern"));
    }
    switch (schema.getString("format", "")) {
      case "uuid" -> all.assertThatCode(() -> UUID.fromString(text)).doesNotThrowAnyException();
      case "date-time" -> all.assertThatCode(() -> Instant.parse(text)).doesNotThrowAnyException();
      default -> {
        // no more to say
      }
    }
  }

  private static void assertNumber(
      SoftAssertions all, String what, JsonObject schema, JsonNumber number) {
    if (schema.getString("type").equals("integer")) {
      all.assertThat(number.isIntegral()).as(what).isTrue();
    }
    if (schema.containsKey("minimum")) {
      all.assertThat(number.bigDecimalValue())
          .as(what)
          .isGreaterThanOrEqualTo(schema.getJsonNumber("minimum").bigDecimalValue());
    }
    if (schema.containsKey("maximum")) {
      all.assertThat(number.bigDecimalValue())
          .as(what)
          .isLessThanOrEqualTo(schema.getJsonNumber("maximum").bigDecimalValue());
    }
  }

  private static Http.Answer send(Http http, String operationId) {
    Operation operation =
        withBody()
            .filter(one -> one.id().equals("member." + operationId))
            .findFirst()
            .orElseThrow();
    return http.send(operation.method(), operation.pathInService(), example(operation).toString());
  }

  private static JsonValue example(Operation operation) {
    JsonObject body =
        operation
            .json()
            .getJsonObject("requestBody")
            .getJsonObject("content")
            .getJsonObject("application/json");
    assertThat(body).as("body of " + operation).containsKey("example");
    return body.get("example");
  }

  private static Map<String, JsonObject> schemasByName() {
    JsonObject schemas =
        Operation.document(MARKET).getJsonObject("components").getJsonObject("schemas");
    return schemas.keySet().stream()
        .collect(Collectors.toMap(name -> name, name -> schemas.getJsonObject(name)));
  }
}
