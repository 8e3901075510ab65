package kr.gonggu.pay;

import static kr.gonggu.pay.PaySteps.OPENING;
import static kr.gonggu.pay.PaySteps.awaitKnown;
import static kr.gonggu.pay.PaySteps.balance;
import static kr.gonggu.pay.PaySteps.joined;
import static kr.gonggu.pay.PaySteps.proveLedger;
import static kr.gonggu.pay.PaySteps.remit;
import static kr.gonggu.pay.PaySteps.withMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.PaySteps.Neighbour;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Tokens;
import kr.gonggu.testkit.Topic;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may come in, what pay hears from member, and what it says of its own health. */
@ArquillianTest
class NeighbourhoodIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void awaitService() {
    PaySteps.awaitService();
  }

  /** Method, path and a body that a member could send. */
  record Endpoint(String method, String path, String body) {

    Answer call(Http http) {
      return http.with("Idempotency-Key", UUID.randomUUID().toString())
          .sendLater(method, path, body)
          .join();
    }
  }

  static Stream<Endpoint> memberEndpoints() {
    return Stream.of(
        new Endpoint("GET", "/wallet", null),
        new Endpoint("GET", "/transactions", null),
        new Endpoint("GET", "/holds", null),
        new Endpoint("POST", "/charges", "{\"amount\":1000}"),
        new Endpoint("POST", "/withdrawals", "{\"amount\":1000}"),
        new Endpoint("POST", "/remittances", "{\"toNickname\":\"아무개\",\"amount\":1000}"));
  }

  static Stream<Endpoint> endpoints() {
    return Stream.concat(memberEndpoints(), Stream.of(new Endpoint("GET", "/ledger/proof", null)));
  }

  @Test
  void noEndpointIsForgottenHere() throws IOException {
    Set<String> published = new TreeSet<>();
    try (JsonReader reader =
        Json.createReader(
            Files.newBufferedReader(
                Path.of(
                    System.getProperty("gonggu.root"),
                    "pay-war/target/generated/openapi/openapi.json")))) {
      reader
          .readObject()
          .getJsonObject("paths")
          .forEach(
              (path, operations) ->
                  operations
                      .asJsonObject()
                      .keySet()
                      .forEach(method -> published.add(method.toUpperCase(Locale.ROOT) + path)));
    }

    assertThat(endpoints().map(endpoint -> endpoint.method() + endpoint.path()))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void whoIsNotSignedInIsToldSo(Endpoint endpoint) {
    Answer answer = endpoint.call(ServiceUnderTest.http());

    assertThat(answer.status()).as(answer.text()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aTokenThatIsNotInOrderOpensNothing(Endpoint endpoint) {
    Tokens tokens = ServiceUnderTest.tokens();
    UUID id = UuidV7.next();

    for (String token :
        List.of(
            tokens.forged(id),
            tokens.unsigned(id),
            tokens.expired(id),
            tokens.spoilt(id, claims -> claims.issuer("somebody-else")),
            tokens.spoilt(id, claims -> claims.audience("somewhere-else")),
            "nonsense")) {
      assertThat(endpoint.call(ServiceUnderTest.http().as(token)).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void aTokenWithoutTheMembersGroupOpensNothing(Endpoint endpoint) {
    String token =
        ServiceUnderTest.tokens()
            .spoilt(UuidV7.next(), claims -> claims.claim("groups", List.of("visitor")));

    Answer answer = endpoint.call(ServiceUnderTest.http().as(token));

    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("FORBIDDEN");
  }

  @ParameterizedTest
  @MethodSource("memberEndpoints")
  void aMemberGetsAnAnswer(Endpoint endpoint) {
    assertThat(endpoint.call(Neighbour.unheardOf().http()).status()).isIn(200, 201, 404, 409);
  }

  @Test
  void nobodySeesOrMovesAnothersMoney() {
    Neighbour anna = joined(1)[0];
    String key = UUID.randomUUID().toString();
    anna.http().with("Idempotency-Key", key).post("/charges", "{\"amount\":1000}");
    Neighbour bora = Neighbour.unheardOf();

    Answer withHerKey =
        bora.http().with("Idempotency-Key", key).post("/charges", "{\"amount\":1000}");

    // The key is hers: for him it is a new one, and the money is his own.
    assertThat(withHerKey.status()).isEqualTo(201);
    assertThat(bora.http().get("/transactions").json().getJsonArray("items"))
        .hasSize(1)
        .allSatisfy(
            entry ->
                assertThat(entry.asJsonObject().getString("id"))
                    .isEqualTo(withHerKey.json().getString("id")));
    assertThat(balance(anna)).isEqualTo(1_000);
  }

  @Test
  void nothingIsHeldWhileNoDealIsPaidByEscrow() {
    JsonObject holds = withMoney(1_000).http().get("/holds").json();

    assertThat(holds.getJsonArray("items")).isEmpty();
    assertThat(holds.get("next")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void theBooksAreForOperatorsOnly() {
    Answer member = Neighbour.unheardOf().http().get("/ledger/proof");

    assertThat(member.status()).isEqualTo(403);
    assertThat(member.code()).isEqualTo("FORBIDDEN");
    JsonObject proof = proveLedger();
    assertThat(proof.getJsonArray("kinds").getValuesAs(JsonObject.class))
        .extracting(kind -> kind.getString("kind"))
        .contains("SANDBOX_FUNDING");
  }

  @Test
  void whoJoinsHasAWalletBeforeEverLookingAtIt() {
    Neighbour anna = withMoney(1_000);
    Neighbour bora = joined(1)[0];

    assertThat(remit(anna, bora, 1_000).status()).isEqualTo(201);
    assertThat(balance(bora)).isEqualTo(1_000);
    assertThat(PaySteps.wallet(bora).getInt("bankBalance")).isEqualTo((int) OPENING);
    proveLedger();
  }

  @Test
  void moneyFollowsTheMemberAndNotTheNickname() {
    Neighbour anna = withMoney(1_000);
    Neighbour bora = joined(1)[0];
    Neighbour renamed = new Neighbour(bora.id(), Neighbour.unheardOf().nickname());
    String changedId = UUID.randomUUID().toString();
    memberTopic().tell(changedId, "/gonggu/member", "MemberChanged", key(bora), named(renamed));
    awaitKnown(renamed);

    assertThat(remit(anna, bora, 100).code()).isEqualTo("NO_SUCH_MEMBER");
    assertThat(remit(anna, renamed, 100).status()).isEqualTo(201);

    // Somebody else takes the name that is free now.
    Neighbour successor = new Neighbour(UuidV7.next(), bora.nickname());
    memberTopic().tell("/gonggu/member", "MemberJoined", key(successor), named(successor));
    awaitKnown(successor);
    assertThat(remit(anna, successor, 10).status()).isEqualTo(201);

    // The first event again, saying something else this time: it is known and changes nothing. The
    // next one of the same member shows that it has been read.
    memberTopic().tell(changedId, "/gonggu/member", "MemberChanged", key(bora), named(bora));
    Neighbour again = new Neighbour(bora.id(), Neighbour.unheardOf().nickname());
    memberTopic().tell("/gonggu/member", "MemberChanged", key(bora), named(again));
    awaitKnown(again);
    assertThat(remit(anna, successor, 10).status()).isEqualTo(201);
    assertThat(balance(bora)).isEqualTo(100);
    assertThat(balance(successor)).isEqualTo(20);
    proveLedger();
  }

  @Test
  void whoLeavesGetsTheRestBackAndStaysInTheOthersHistoryWithoutName() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = withMoney(1_000);
    remit(anna, bora, 5_000);
    anna.once()
        .post(
            "/remittances",
            "{\"toNickname\":\"%s\",\"amount\":100,\"memo\":\"안나가 썼어요\"}"
                .formatted(bora.nickname()));
    bora.once()
        .post(
            "/remittances",
            "{\"toNickname\":\"%s\",\"amount\":10,\"memo\":\"보라가 썼어요\"}"
                .formatted(anna.nickname()));
    String left = "{\"memberId\":\"%s\",\"leftAt\":\"%s\"}".formatted(anna.id(), Instant.now());

    memberTopic().tell("/gonggu/member", "MemberLeft", key(anna), left);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(PaySteps.wallet(anna).getInt("bankBalance"))
                    .isEqualTo((int) OPENING - 5_090));
    assertThat(balance(anna)).isZero();
    assertThat(remit(bora, anna, 1).code()).isEqualTo("NO_SUCH_MEMBER");
    // A token may be valid for some minutes more.
    assertThat(anna.once().post("/charges", "{\"amount\":1}").code()).isEqualTo("WALLET_CLOSED");
    assertThat(anna.once().post("/withdrawals", "{\"amount\":1}").code())
        .isEqualTo("WALLET_CLOSED");
    assertThat(remit(anna, bora, 1).code()).isEqualTo("WALLET_CLOSED");
    Answer history = bora.http().get("/transactions?kind=REMITTANCE");
    assertThat(history.text()).doesNotContain(anna.nickname(), "안나가 썼어요").contains("보라가 썼어요");
    assertThat(history.json().getJsonArray("items").getValuesAs(JsonObject.class))
        .hasSize(3)
        .allSatisfy(
            entry ->
                assertThat(entry.getJsonObject("counterparty").getString("nickname"))
                    .isEqualTo("탈퇴한 이웃"));

    // Somebody else takes the nickname, and an old event of hers comes late.
    Neighbour successor = new Neighbour(UuidV7.next(), anna.nickname());
    memberTopic().tell("/gonggu/member", "MemberChanged", key(anna), named(anna));
    memberTopic().tell("/gonggu/member", "MemberJoined", key(successor), named(successor));
    awaitKnown(successor);
    assertThat(remit(bora, successor, 10).status()).isEqualTo(201);
    assertThat(balance(successor)).isEqualTo(10);
    proveLedger();
  }

  @Test
  void anEventThatCannotBeUsedGoesToTheDeadLettersAndTheRestFlowsOn() {
    UUID nameless = UuidV7.next();
    String poison =
        memberTopic()
            .tell(
                "/gonggu/member",
                "MemberJoined",
                nameless.toString(),
                "{\"memberId\":\"%s\"}".formatted(nameless));
    memberTopic().tell("/gonggu/member", "MemberPromoted", nameless.toString(), "{}");
    Neighbour next = new Neighbour(nameless, Neighbour.unheardOf().nickname());
    memberTopic().tell("/gonggu/member", "MemberJoined", nameless.toString(), named(next));

    awaitKnown(next);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              List<Topic.Event> dead =
                  ServiceUnderTest.topic("member.events.dlt").all().stream()
                      .filter(event -> event.key().equals(nameless.toString()))
                      .toList();
              assertThat(dead).extracting(Topic.Event::id).containsExactly(poison);
              assertThat(dead.get(0).headers().get("dead-letter-reason")).contains("nickname");
            });
  }

  @Test
  void healthSaysWhoAndWhether() {
    Http server = Http.at(URI.create(ServiceUnderTest.server().toString()));

    for (String kind : List.of("started", "ready", "live")) {
      Answer answer = server.get("/health/" + kind);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().getJsonArray("checks").getValuesAs(JsonObject.class))
          .anySatisfy(check -> assertThat(check.getString("name")).isEqualTo("pay"));
    }
  }

  @Test
  void anAnswerCarriesTheRequestsId() {
    Answer answer = Neighbour.unheardOf().http().with("X-Request-Id", "r-1").get("/wallet");

    assertThat(answer.header("X-Request-Id")).isEqualTo("r-1");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  private static Topic memberTopic() {
    return ServiceUnderTest.topic("member.events");
  }

  private static String key(Neighbour member) {
    return member.id().toString();
  }

  private static String named(Neighbour member) {
    return Json.createObjectBuilder()
        .add("memberId", member.id().toString())
        .add("nickname", member.nickname())
        .build()
        .toString();
  }
}
