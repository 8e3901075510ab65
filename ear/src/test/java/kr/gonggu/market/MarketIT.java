package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One story through five services of the EAR, and what an operator sees of it. */
class MarketIT {

  private final RunningMarket market = RunningMarket.get();

  @Test
  void aPurchaseIsSplitFromOpeningToPaying() {
    Neighbour host = Neighbour.arrives(market, "host");
    Neighbour joiner = Neighbour.arrives(market, "joiner");
    UUID deal = host.opens("쌀 20 kg", 4, 60_000);

    Http.Answer near =
        joiner.at("deal").get("/deals?near=37.5566,126.9225&radius=1000&sort=newest");
    assertThat(near.json().getJsonArray("items"))
        .anySatisfy(
            item -> assertThat(item.asJsonObject().getString("id")).isEqualTo(deal.toString()));

    Http.Answer joined = joiner.joins(deal, 1);
    assertThat(joined.status()).as(joined.toString()).isEqualTo(201);
    assertThat(joined.json().getString("status")).isEqualTo("CONFIRMED");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              List<JsonObject> bell = host.inbox("ENROLLMENT_CONFIRMED");
              assertThat(bell).hasSize(1);
              assertThat(bell.get(0).getJsonObject("params").getString("nickname"))
                  .isEqualTo(joiner.nickname());
            });

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(joiner.writes(deal, "금요일에 봬요").status()).isEqualTo(201));
    assertThat(host.writes(deal, "네, 도서관 앞이요").status()).isEqualTo(201);
    assertThat(
            host.room(deal).stream()
                .filter(entry -> entry.getString("type").equals("message"))
                .map(entry -> entry.getString("text")))
        .containsExactly("금요일에 봬요", "네, 도서관 앞이요");

    assertThat(joiner.charges(30_000).status()).isEqualTo(201);
    Http.Answer remitted = joiner.remits(host.nickname(), 15_000, deal);
    assertThat(remitted.status()).as(remitted.toString()).isEqualTo(201);
    assertThat(joiner.at("pay").get("/wallet").json().getInt("available")).isEqualTo(15_000);
    assertThat(host.at("pay").get("/wallet").json().getInt("balance")).isEqualTo(15_000);
    assertThat(history(host, "in")).containsExactly(15_000);
    assertThat(history(joiner, "out")).containsExactly(15_000);
    market.proveLedger();
  }

  private static List<Integer> history(Neighbour neighbour, String direction) {
    return neighbour
        .at("pay")
        .get("/transactions?direction=" + direction + "&kind=REMITTANCE")
        .json()
        .getJsonArray("items")
        .stream()
        .map(JsonValue::asJsonObject)
        .map(item -> item.getInt("amount"))
        .toList();
  }

  @Test
  void aRequestsTraceReachesTheEventsItCauses() {
    Neighbour host = Neighbour.arrives(market, "traced");
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    UUID deal = host.opens("감자 10 kg", 2, 20_000);
    Http.Answer answer =
        Neighbour.arrives(market, "guest")
            .at("deal")
            .with("X-Request-Id", "story-7")
            .with("traceparent", trace)
            .with("Idempotency-Key", UUID.randomUUID().toString())
            .post("/deals/" + deal + "/enrollments", "{\"quantity\":1}");

    assertThat(answer.header("X-Request-Id")).isEqualTo("story-7");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(market.topic("deal.events").all("EnrollmentConfirmed", deal.toString()))
                    .singleElement()
                    .satisfies(
                        event -> {
                          Map<String, String> headers = event.headers();
                          assertThat(headers.get("traceparent"))
                              .contains("4bf92f3577b34da6a3ce929d0e0e4736");
                          assertThat(headers)
                              .containsEntry("ce_requestid", "story-7")
                              .containsEntry("ce_source", "/gonggu/deal")
                              .containsEntry("ce_specversion", "1.0");
                          assertThat(event.key()).isEqualTo(deal.toString());
                        }));
  }

  @ParameterizedTest
  @CsvSource({
    "member, /members/me",
    "deal, /me/hosted",
    "pay, /wallet",
    "chat, /rooms",
    "push, /inbox"
  })
  void everyServiceVerifiesTokensByItself(String service, String path) {
    UUID stranger = UUID.randomUUID();
    Tokens elsewhere = Tokens.in(java.nio.file.Path.of("target", "foreign-keys"));
    Http nobody = market.service(service);

    assertProblem(nobody.get(path));
    assertProblem(nobody.as(elsewhere.member(stranger, "forger")).get(path));
    assertProblem(nobody.as(elsewhere.unsigned(stranger)).get(path));
    assertProblem(nobody.as("not.a.token").get(path));
    assertThat(Neighbour.arrives(market, "right").at(service).get(path).status()).isEqualTo(200);
  }

  private static void assertProblem(Http.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void healthTellsStartedReadyAndLiveOfAllFiveServices() {
    for (String probe : List.of("started", "ready", "live")) {
      Http.Answer answer = market.server().get("/health/" + probe);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(
              answer.json().getJsonArray("checks").stream()
                  .map(check -> check.asJsonObject().getString("name")))
          .contains("member", "deal", "pay", "chat", "push");
    }
  }

  @Test
  void openApiDescribesAllFiveServices() {
    String document = market.server().with("Accept", "application/json").get("/openapi").text();
    assertThat(document)
        .contains(
            "/api/member/sessions",
            "/api/deal/deals/{id}/enrollments",
            "/api/pay/remittances",
            "/api/chat/tickets",
            "/api/push/inbox");
  }

  @Test
  void addressesThatAreNoneAnswerPlainly() {
    Http.Answer unknown = market.service("deal").get("/no/such/thing");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("NOT_FOUND");

    Http.Answer page =
        market.server().with("Accept", "text/html").get("/deals/" + UUID.randomUUID());
    assertThat(page.status()).as("the PWA routes by itself").isEqualTo(200);
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
  }
}
