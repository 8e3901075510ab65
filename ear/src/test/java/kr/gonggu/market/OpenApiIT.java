package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document of all five services, and the page to try it. */
class OpenApiIT {

  private static final RunningMarket MARKET = RunningMarket.get();
  private static final Pattern CODE = Pattern.compile("[A-Z]{3,}(_[A-Z]+)*");
  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(?:\\./)?([^\"]+)\"");

  static List<Operation> operations() {
    return Operation.all(MARKET);
  }

  @Test
  void oneDocumentTellsOfAllFive() {
    JsonObject document = Operation.document(MARKET);

    assertThat(document.getString("openapi")).startsWith("3.");
    assertThat(document.getJsonObject("info").getString("title")).isEqualTo("우리동네 공구마켓");
    assertThat(operations().stream().map(Operation::service).distinct())
        .containsExactlyInAnyOrder("chat", "deal", "member", "pay", "push");
    assertThat(document.getJsonObject("components").getJsonObject("securitySchemes"))
        .containsKeys("accessToken", "refreshToken");
  }

  @Test
  void peopleReadItAsYaml() {
    Http.Answer answer = MARKET.server().get("/openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("---").contains("우리동네 공구마켓");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationSaysWhatItDoesAndWhatCanGoWrong(Operation operation) {
    JsonObject json = operation.json();
    assertThat(json.getString("operationId", "")).isNotEmpty();
    assertThat(json.getString("summary", "")).as("summary").isNotEmpty();
    JsonObject responses = json.getJsonObject("responses");
    assertThat(responses.keySet()).as("success").anyMatch(status -> status.startsWith("2"));
    for (Map.Entry<String, JsonValue> response : responses.entrySet()) {
      if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
        JsonObject answer = response.getValue().asJsonObject();
        assertThat(CODE.matcher(answer.getString("description")).find())
            .as("codes of %s", response)
            .isTrue();
        assertThat(answer.getJsonObject("content").getJsonObject("application/problem+json"))
            .as("example of %s", response)
            .containsKey("example");
      }
    }
    assertThat(responses).containsKey("503");
    if (operation.needs("accessToken")) {
      assertThat(responses).containsKey("401");
    }
    if (operation.bodySchema() != null) {
      assertThat(responses).containsKeys("400", "413", "415");
      assertExamples(operation, operation.bodySchema());
    }
  }

  /** Somebody who tries an operation finds a body that is worth sending. */
  private static void assertExamples(Operation operation, JsonObject schema) {
    if (!schema.containsKey("properties")) {
      return;
    }
    List<String> required = operation.required(schema);
    schema
        .getJsonObject("properties")
        .forEach(
            (name, property) -> {
              JsonObject resolved = operation.resolve(property);
              if (required.contains(name)
                  && List.of("string", "integer", "number").contains(resolved.getString("type", ""))
                  && !resolved.containsKey("enum")
                  && !resolved.containsKey("format")) {
                // A password's example would only be typed in.
                assertThat(resolved.containsKey("example") || resolved.containsKey("description"))
                    .as("%s of %s has neither example nor description", name, operation)
                    .isTrue();
              }
            });
  }

  @Test
  void aPageTriesIt() {
    Http server = MARKET.server();
    Http.Answer moved = server.get("/openapi/ui");
    assertThat(moved.status()).isEqualTo(302);
    assertThat(URI.create(moved.header("Location")).getPath()).isEqualTo("/openapi/ui/");

    Http.Answer page = server.with("Accept", "text/html").get("/openapi/ui/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).as("where it reads the document").contains("url: '/openapi'");
    // The page runs a script of its own inside it, and nobody may frame it.
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self' 'unsafe-inline'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    Matcher file = FILE.matcher(page.text());
    int files = 0;
    while (file.find()) {
      Http.Answer part = server.get("/openapi/ui/" + file.group(1));
      assertThat(part.status()).as(file.group(1)).isEqualTo(200);
      assertThat(part.header("Content-Type"))
          .as("the PWA has not answered for " + file.group(1))
          .doesNotContain("text/html");
      files++;
    }
    assertThat(files).as("script, style, icons").isGreaterThan(2);
  }
}
