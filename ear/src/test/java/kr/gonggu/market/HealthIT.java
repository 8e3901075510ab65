package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an orchestrator asks before it sends members to a server, or ends it. */
class HealthIT {

  private static final List<String> SERVICES = List.of("member", "deal", "pay", "chat", "push");

  private final RunningMarket market = RunningMarket.get();

  @ParameterizedTest
  @ValueSource(strings = {"started", "ready", "live"})
  void everyServiceAnswersEveryProbeForItself(String probe) {
    // No token: a probe has none.
    Http.Answer answer = market.server().get("/health/" + probe);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.json().getString("status")).isEqualTo("UP");
    assertThat(checks(answer).keySet()).containsAll(SERVICES);
  }

  @Test
  void withoutItsDatabaseAServerIsAliveButNotReady() {
    Neighbour neighbour = Neighbour.arrives(market, "probe");
    market.database().cut();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                Http.Answer ready = market.server().get("/health/ready");
                assertThat(ready.status()).as(ready.toString()).isEqualTo(503);
                Map<String, JsonObject> checks = checks(ready);
                for (String service : SERVICES) {
                  assertThat(checks.get(service).getString("status")).as(service).isEqualTo("DOWN");
                  assertThat(checks.get(service).getJsonObject("data").getString("waitingFor"))
                      .as(service)
                      .isEqualTo("database");
                }
              });
      assertThat(market.server().get("/health/live").status())
          .as("a restart would not bring the database back")
          .isEqualTo(200);
      assertThat(market.server().get("/health/started").status()).isEqualTo(200);
      for (String place :
          List.of(
              "member/members/me", "deal/me/hosted", "pay/wallet", "chat/rooms", "push/inbox")) {
        String[] parts = place.split("/", 2);
        Http.Answer answer = neighbour.at(parts[0]).get("/" + parts[1]);
        assertThat(answer.status() + " " + answer.code())
            .as(place + ": " + answer)
            .isEqualTo("503 UNAVAILABLE");
        assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(answer.text()).doesNotContainIgnoringCase("sql").doesNotContain("Exception");
      }
    } finally {
      market.database().mend();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(market.server().get("/health/ready").status()).isEqualTo(200);
              for (String place : List.of("deal/me/hosted", "pay/wallet", "chat/rooms")) {
                String[] parts = place.split("/", 2);
                assertThat(neighbour.at(parts[0]).get("/" + parts[1]).status()).isEqualTo(200);
              }
            });
  }

  private static Map<String, JsonObject> checks(Http.Answer answer) {
    return answer.json().getJsonArray("checks").stream()
        .map(JsonValue::asJsonObject)
        .collect(
            Collectors.toMap(
                check -> check.getString("name"),
                check -> check,
                // The EAR's modules each tell of all: the worst of several counts.
                (one, other) -> one.getString("status").equals("DOWN") ? one : other));
  }
}
