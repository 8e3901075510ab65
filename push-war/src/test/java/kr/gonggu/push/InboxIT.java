package kr.gonggu.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Tokens;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the neighbours' events to the members' inboxes, and everything over HTTP. */
@ArquillianTest
class InboxIT {

  private final Person host = Person.called("초록마을");
  private final Person joiner = Person.called("달빛이웃");
  private final Person third = Person.called("감귤언니");
  private final UUID deal = UuidV7.next();

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void awaitService() {
    Person.awaitService();
  }

  // ---- events become notifications -----------------------------------------------------------

  @Test
  void theHostIsToldWhoJoinedWithHowMuch() {
    Neighbours.joined(deal, host, joiner);

    JsonObject told = host.inbox(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("ENROLLMENT_CONFIRMED");
    assertThat(told.getBoolean("read")).isFalse();
    JsonObject params = told.getJsonObject("params");
    assertThat(params.getString("memberId")).isEqualTo(joiner.id().toString());
    assertThat(params.getString("nickname")).isEqualTo("달빛이웃");
    assertThat(params.getString("title")).isEqualTo("제주 감귤 10kg 나눠요");
    assertThat(params.getInt("quantity")).isEqualTo(2);
    assertThat(params.getInt("amount")).isEqualTo(6000);
    assertThat(params.getInt("sharesTaken")).isEqualTo(3);
    assertThat(params.getInt("shares")).isEqualTo(10);
    assertThat(params.getInt("count")).isEqualTo(1);
    assertThat(params.isNull("memo")).isTrue();
    assertThat(told.getJsonObject("target").getString("dealId")).isEqualTo(deal.toString());
    assertThat(told.getJsonObject("target").isNull("transferId")).isTrue();
    assertThat(UUID.fromString(told.getString("id")).version()).isEqualTo(7);
    assertThat(host.unread()).isEqualTo(1);
    assertThat(joiner.inbox()).as("nobody is told of their own doing").isEmpty();
  }

  @Test
  void theHostIsToldWhoHasReceivedTheGoods() {
    Neighbours.received(deal, host, joiner);

    JsonObject told = host.inbox(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("ENROLLMENT_RECEIVED");
    JsonObject params = told.getJsonObject("params");
    assertThat(params.getString("nickname")).isEqualTo("달빛이웃");
    assertThat(params.getString("title")).isEqualTo("제주 감귤 10kg 나눠요");
    assertThat(params.getInt("quantity")).isEqualTo(2);
    assertThat(told.getJsonObject("target").getString("dealId")).isEqualTo(deal.toString());
    assertThat(joiner.inbox()).as("nobody is told of their own doing").isEmpty();
  }

  @Test
  void whatIsDeliveredTwiceIsToldOnce() {
    String twice = Neighbours.joined(deal, host, joiner);
    Neighbours.joined(twice, deal, host, joiner);
    Neighbours.joined(twice, deal, host, joiner);
    Neighbours.left(deal, host, joiner);

    assertThat(kinds(host.inbox(2)))
        .containsExactly("ENROLLMENT_CANCELLED", "ENROLLMENT_CONFIRMED");
    assertThat(host.unread()).isEqualTo(2);
  }

  @Test
  void everybodyInADealIsToldWhatBecameOfIt() {
    Neighbours.deal("DealFull", deal, host, List.of(joiner, third));
    Neighbours.deal("DealExpired", deal, host, List.of(joiner));
    Neighbours.deal("DealCancelled", deal, host, List.of(joiner, third));

    assertThat(kinds(joiner.inbox(3)))
        .containsExactly("DEAL_CANCELLED", "DEAL_EXPIRED", "DEAL_FULL");
    assertThat(kinds(third.inbox(2))).containsExactly("DEAL_CANCELLED", "DEAL_FULL");
    assertThat(kinds(host.inbox(2))).containsExactly("DEAL_EXPIRED", "DEAL_FULL");
    assertThat(joiner.inbox().get(0).getJsonObject("params").getString("reason"))
        .isEqualTo("판매처 품절이에요");
  }

  @Test
  void theReceiverIsToldOfMoney() {
    UUID transfer = UuidV7.next();
    Neighbours.remitted(transfer, joiner, host);

    JsonObject told = host.inbox(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("MONEY_RECEIVED");
    assertThat(told.getJsonObject("params").getInt("amount")).isEqualTo(12500);
    assertThat(told.getJsonObject("params").getString("memo")).isEqualTo("귤 두 상자");
    assertThat(told.getJsonObject("params").getString("nickname")).isEqualTo("달빛이웃");
    assertThat(told.getJsonObject("target").getString("transferId")).isEqualTo(transfer.toString());
    assertThat(joiner.inbox()).isEmpty();
  }

  @Test
  void messagesOfARoomCountUpUntilTheyAreRead() {
    UUID elsewhere = UuidV7.next();
    Neighbours.wrote(deal, joiner, List.of(host, third));
    JsonObject first = host.inbox(1).get(0);
    Neighbours.wrote(deal, third, List.of(host, joiner));
    Neighbours.wrote(deal, joiner, List.of(host, third));
    await().atMost(Person.PATIENCE).until(() -> count(host.inbox().get(0)) == 3);
    Neighbours.wrote(elsewhere, joiner, List.of(host));

    List<JsonObject> unread = host.inbox(2);
    assertThat(unread).hasSize(2);
    assertThat(target(unread.get(0), "roomId")).isEqualTo(elsewhere.toString());
    assertThat(target(unread.get(1), "roomId")).isEqualTo(deal.toString());
    assertThat(count(unread.get(1))).isEqualTo(3);
    assertThat(unread.get(1).getString("id")).isGreaterThan(first.getString("id"));
    assertThat(unread.get(1).getJsonObject("params").getString("nickname")).isEqualTo("달빛이웃");
    assertThat(host.unread()).isEqualTo(2);
    assertThat(count(third.inbox(1).get(0))).isEqualTo(2);

    assertThat(host.read(unread.get(0).getString("id"))).isZero();
    Neighbours.wrote(deal, joiner, List.of(host));

    List<JsonObject> after = host.inbox(3);
    assertThat(count(after.get(0))).isEqualTo(1);
    assertThat(after.get(0).getBoolean("read")).isFalse();
    assertThat(after.stream().skip(1)).allMatch(entry -> entry.getBoolean("read"));
    assertThat(host.unread()).isEqualTo(1);
  }

  /** What was not seen must not count as read, even when it took the place of what was. */
  @Test
  void aMessageThatComesWhileTheMemberReadsStaysUnread() {
    Neighbours.wrote(deal, joiner, List.of(host));
    String seen = host.inbox(1).get(0).getString("id");
    Neighbours.wrote(deal, joiner, List.of(host));
    await().atMost(Person.PATIENCE).until(() -> count(host.inbox().get(0)) == 2);

    assertThat(host.read(seen)).isEqualTo(1);
    assertThat(host.inbox().get(0).getBoolean("read")).isFalse();
  }

  @Test
  void everybodySeesThePresentNickname() {
    Neighbours.joined(deal, host, joiner);
    host.inbox(1);

    Neighbours.renamed(joiner, "새달빛");

    await().atMost(Person.PATIENCE).until(() -> nickname(host.inbox().get(0)).equals("새달빛"));
    // An event that was on its way before the change names the former one.
    Neighbours.left(deal, host, joiner);
    assertThat(host.inbox(2)).allMatch(entry -> nickname(entry).equals("새달빛"));
  }

  // ---- the inbox -----------------------------------------------------------------------------

  @Test
  void nothingIsMissedOrSeenTwiceWhileOthersAreAdded() {
    for (int i = 0; i < 25; i++) {
      Neighbours.joined(deal, host, joiner);
    }
    List<String> expected = ids(host.inbox(25));

    List<String> seen = new ArrayList<>();
    String path = "/inbox?limit=10";
    for (int parts = 0; path != null; parts++) {
      JsonObject part = host.http().get(path).json();
      seen.addAll(ids(part.getJsonArray("items").getValuesAs(JsonObject.class)));
      if (parts == 0) {
        Neighbours.left(deal, host, joiner);
        host.inbox(26);
      }
      path = part.isNull("next") ? null : "/inbox?limit=10&cursor=" + part.getString("next");
    }

    assertThat(seen).containsExactlyElementsOf(expected);
    assertThat(seen).isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @Test
  void readingUpToOneLeavesTheLaterUnread() {
    for (int i = 0; i < 3; i++) {
      Neighbours.joined(deal, host, joiner);
    }
    List<JsonObject> inbox = host.inbox(3);

    assertThat(host.read(inbox.get(1).getString("id"))).isEqualTo(1);
    assertThat(host.read(inbox.get(2).getString("id"))).as("never moves back").isEqualTo(1);

    assertThat(host.inbox().stream().map(entry -> entry.getBoolean("read")))
        .containsExactly(false, true, true);
    assertThat(host.unread()).isEqualTo(1);
  }

  @Test
  void anEmptyInboxIsAnEmptyList() {
    Http.Answer answer = host.http().get("/inbox");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"items\":[],\"next\":null}");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(host.unread()).isZero();
    assertThat(host.read(UuidV7.next().toString())).isZero();
  }

  @Test
  void healthTellsStartedReadyAndLive() {
    for (String check : List.of("started", "ready", "live")) {
      Http.Answer answer = Http.at(ServiceUnderTest.server()).get("/health/" + check);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.text()).contains("\"push\"").doesNotContain("waitingFor");
    }
  }

  // ---- nobody, the wrong member, the right one -----------------------------------------------

  @ParameterizedTest
  @CsvSource({"GET, /inbox", "GET, /inbox/unread-count", "PUT, /inbox/read", "GET, /stream"})
  void nobodyGetsAnything(String method, String path) {
    Tokens tokens = ServiceUnderTest.tokens();
    UUID id = host.id();
    String body = method.equals("PUT") ? "{\"upTo\":\"" + UuidV7.next() + "\"}" : null;
    List<Function<Http, Http>> nobodies =
        List.of(
            http -> http,
            http -> http.as("nonsense"),
            http -> http.as(tokens.forged(id)),
            http -> http.as(tokens.unsigned(id)),
            http -> http.as(tokens.expired(id)),
            http -> http.as(tokens.spoilt(id, claims -> claims.audience("elsewhere"))),
            http -> http.as(tokens.spoilt(id, claims -> claims.issuer("elsewhere"))));

    for (Function<Http, Http> nobody : nobodies) {
      Http http = nobody.apply(ServiceUnderTest.http().with("Accept", "*/*"));
      Http.Answer answer = body == null ? http.get(path) : http.put(path, body);
      assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, /inbox", "GET, /inbox/unread-count", "PUT, /inbox/read", "GET, /stream"})
  void whoIsNoMemberGetsNothing(String method, String path) {
    Http http =
        ServiceUnderTest.http()
            .as(
                ServiceUnderTest.tokens()
                    .spoilt(host.id(), claims -> claims.claim("groups", List.of("guest"))));

    Http.Answer answer =
        method.equals("PUT")
            ? http.put(path, "{\"upTo\":\"" + UuidV7.next() + "\"}")
            : http.get(path);

    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
  }

  @Test
  void membersSeeAndReadTheirOwnOnly() {
    for (int i = 0; i < 3; i++) {
      Neighbours.joined(deal, host, joiner);
    }
    JsonObject part = host.inbox(3).isEmpty() ? null : host.http().get("/inbox?limit=1").json();
    String newest = part.getJsonArray("items").getJsonObject(0).getString("id");

    assertThat(third.inbox()).isEmpty();
    assertThat(third.read(newest)).isZero();
    assertThat(host.unread()).isEqualTo(3);
    Http.Answer borrowed = third.http().get("/inbox?cursor=" + part.getString("next"));
    assertThat(borrowed.status()).isEqualTo(400);
    assertThat(borrowed.code()).isEqualTo("CURSOR_INVALID");
  }

  // ---- bad input -----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                | VALIDATION_FAILED",
        "{\"upTo\":null}                                   | VALIDATION_FAILED",
        "{\"upTo\":\"\"}                                   | MALFORMED_JSON",
        "{\"upTo\":\"all\"}                                | MALFORMED_JSON",
        "{\"upTo\":\"' OR 1=1 --\"}                        | MALFORMED_JSON",
        "{\"upTo\":7}                                      | MALFORMED_JSON",
        "{\"upTo\":{\"id\":1}}                             | MALFORMED_JSON",
        "[]                                                | MALFORMED_JSON",
        "{\"upTo\"                                         | MALFORMED_JSON",
      })
  void whatIsNoIdIsRefusedAndChangesNothing(String body, String code) {
    Neighbours.joined(deal, host, joiner);
    host.inbox(1);

    Http.Answer answer = host.http().put("/inbox/read", body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(host.unread()).isEqualTo(1);
  }

  @Test
  void anEmptyBodyIsRefused() {
    Http.Answer answer = host.http().put("/inbox/read", "");

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=many",
        "limit=99999999999",
        "cursor=made-up",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "cursor=%27%20OR%201%3D1"
      })
  void whatIsNoPartOfTheListIsRefused(String query) {
    Http.Answer answer = host.http().get("/inbox?" + query);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code())
        .isEqualTo(query.startsWith("limit") ? "VALIDATION_FAILED" : "CURSOR_INVALID");
  }

  @Test
  void otherBodiesAndMethodsAreRefusedAsProblems() {
    assertProblem(host.http().send("PUT", "/inbox/read", "text/plain", new byte[] {1}), 415);
    assertProblem(host.http().post("/inbox", "{}"), 405);
    assertProblem(host.http().get("/inboxes"), 404);
    assertProblem(host.http().with("Accept", "application/xml").get("/inbox"), 406);
    String large = "{\"upTo\":\"" + "0".repeat(1024 * 1024) + "\"}";
    assertProblem(host.http().put("/inbox/read", large), 413);
  }

  private static void assertProblem(Http.Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.code()).as("%s", answer).isNotEmpty();
    assertThat(answer.text()).doesNotContain("kr.gonggu", "Exception", "SELECT");
  }

  private static List<String> kinds(List<JsonObject> inbox) {
    return inbox.stream().map(entry -> entry.getString("kind")).toList();
  }

  private static List<String> ids(List<JsonObject> inbox) {
    return inbox.stream().map(entry -> entry.getString("id")).toList();
  }

  private static int count(JsonObject entry) {
    return entry.getJsonObject("params").getInt("count");
  }

  private static String nickname(JsonObject entry) {
    return entry.getJsonObject("params").getString("nickname");
  }

  private static String target(JsonObject entry, String name) {
    return entry.getJsonObject("target").getString(name);
  }
}
