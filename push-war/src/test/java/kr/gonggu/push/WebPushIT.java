package kr.gonggu.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.push.LocalPushService.Device;
import kr.gonggu.push.LocalPushService.Push;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From an event of a neighbour to what a service worker is told, over a push service that knows
 * whom it deals with.
 */
@ArquillianTest
class WebPushIT {

  private static LocalPushService service;

  private final Person host = Person.called("초록마을");
  private final Person joiner = Person.called("달빛이웃");
  private final Person third = Person.called("감귤언니");
  private final UUID deal = UuidV7.next();

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void start() {
    Person.awaitService();
    service = LocalPushService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  // ---- what the 2022 project called for, and what a member expects today ---------------------

  @Test
  @DisplayName("row: someone joined")
  void someoneJoinedCallsTheHost() {
    Device phone = service.device(host);

    Neighbours.joined(deal, host, joiner);

    JsonObject told = phone.told(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("ENROLLMENT_CONFIRMED");
    assertThat(told.getString("id")).isEqualTo(host.inbox(1).get(0).getString("id"));
    assertThat(told.getString("url")).isEqualTo("/deals/" + deal);
    assertThat(told.getString("tag")).isEqualTo(told.getString("id"));
    JsonObject params = told.getJsonObject("params");
    assertThat(params.getString("nickname")).isEqualTo("달빛이웃");
    assertThat(params.getString("title")).isEqualTo("제주 감귤 10kg 나눠요");
    assertThat(params.getInt("quantity")).isEqualTo(2);
    assertThat(params.containsKey("memo")).isFalse();
  }

  @Test
  void someoneLeftCallsTheHost() {
    Device phone = service.device(host);

    Neighbours.left(deal, host, joiner);

    assertThat(kinds(phone.told(1))).containsExactly("ENROLLMENT_CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DealFull", "DealCancelled", "DealExpired"})
  @DisplayName("row: deal complete, deal cancelled")
  void dealCompleteCancelledAndExpiredCallTheParticipants(String type) {
    Device phone = service.device(joiner);
    Device other = service.device(third);

    Neighbours.deal(type, deal, host, List.of(joiner, third));

    JsonObject told = phone.told(1).get(0);
    assertThat(told.getString("kind"))
        .isEqualTo(type.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT));
    assertThat(told.getString("url")).isEqualTo("/deals/" + deal);
    assertThat(other.told(1)).hasSize(1);
  }

  @Test
  @DisplayName("row: new chat message")
  void newChatMessageCallsTheOthersOfTheRoom() {
    Device phone = service.device(joiner);
    Device own = service.device(host);

    Neighbours.wrote(deal, host, List.of(joiner));
    JsonObject first = phone.told(1).get(0);
    Neighbours.wrote(deal, host, List.of(joiner));

    JsonObject second = phone.told(2).get(1);
    assertThat(first.getString("kind")).isEqualTo("CHAT_MESSAGE");
    assertThat(first.getString("url")).isEqualTo("/chat/" + deal);
    assertThat(second.getJsonObject("params").getInt("count")).isEqualTo(2);
    assertThat(second.getString("tag"))
        .as("on the screen the second takes the place of the first")
        .isEqualTo(first.getString("tag"));
    assertThat(own.told()).isEmpty();
  }

  @Test
  @DisplayName("row: remittance")
  void remittanceCallsTheReceiver() {
    Device phone = service.device(host);

    Neighbours.remitted(UuidV7.next(), joiner, host);

    JsonObject told = phone.told(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("MONEY_RECEIVED");
    assertThat(told.getString("url")).isEqualTo("/wallet");
    assertThat(told.getJsonObject("params").getInt("amount")).isEqualTo(12_500);
    assertThat(told.getJsonObject("params").getString("memo")).isEqualTo("귤 두 상자");
  }

  @Test
  void closingSoonCallsHostAndParticipantsUntilTheDeadline() {
    Device phone = service.device(joiner);
    Device hosts = service.device(host);

    Neighbours.closingSoon(deal, host, List.of(joiner), Instant.now().plusSeconds(3_600));

    JsonObject told = phone.told(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("DEAL_CLOSING_SOON");
    assertThat(told.getJsonObject("params").getInt("hoursLeft")).isEqualTo(1);
    assertThat(hosts.told(1)).hasSize(1);
    assertThat(Integer.parseInt(phone.requests(1).get(0).header("TTL"))).isBetween(3_000, 3_600);
  }

  @Test
  void statusChangedCallsTheParticipants() {
    Device phone = service.device(joiner);

    Neighbours.statusChanged(deal, host, List.of(joiner));

    JsonObject params = phone.told(1).get(0).getJsonObject("params");
    assertThat(params.getString("status")).isEqualTo("READY");
    assertThat(params.getString("note")).isEqualTo("저녁 7시 이후에 오세요");
    assertThat(joiner.inbox(1).get(0).getJsonObject("params").getString("status"))
        .isEqualTo("READY");
    assertThat(host.inbox()).isEmpty();
  }

  /** 서교동; 봉천동 is 9 km away. */
  @Test
  void keywordMatchNearMeCallsWhoWaitsForIt() {
    double latitude = 37.5552;
    double longitude = 126.9196;
    Device phone = service.device(joiner);
    Device far = service.device(third);
    Device own = service.device(host);
    Person other = Person.called("쌀집");
    Device others = service.device(other);
    Neighbours.waitsFor(joiner, latitude, longitude, 2_000, "감귤", "귤", "쌀");
    Neighbours.waitsFor(third, 37.4826, 126.9416, 5_000, "감귤");
    Neighbours.waitsFor(host, latitude, longitude, 2_000, "감귤");
    Neighbours.waitsFor(other, latitude, longitude, 2_000, "쌀", "감자");
    awaitWords(other, 2);
    awaitWords(joiner, 3);
    awaitWords(third, 1);
    awaitWords(host, 1);

    Neighbours.opened(deal, host, "햇제주감귤 10kg 나눠요", latitude + 0.005, longitude);
    Neighbours.deal("DealFull", deal, host, List.of(third, other));

    JsonObject told = phone.told(1).get(0);
    assertThat(told.getString("kind")).isEqualTo("KEYWORD_MATCHED");
    assertThat(told.getString("url")).isEqualTo("/deals/" + deal);
    assertThat(told.getJsonObject("params").getString("keyword")).isEqualTo("감귤");
    assertThat(told.getJsonObject("params").getString("title")).isEqualTo("햇제주감귤 10kg 나눠요");
    assertThat(kinds(far.told(1))).as("too far away").containsExactly("DEAL_FULL");
    assertThat(kinds(others.told(1))).as("other words").containsExactly("DEAL_FULL");
    assertThat(kinds(own.told(1))).as("the host").containsExactly("DEAL_FULL");
    assertThat(phone.told()).as("once, however many words").hasSize(1);
    assertThat(joiner.inbox()).hasSize(1);
  }

  @Test
  void whoLooksAtTheRoomIsNotCalledAndFindsNothingInTheInbox() {
    Device phone = service.device(joiner);
    Device other = service.device(third);

    Neighbours.wrote(deal, host, List.of(joiner, third), List.of(joiner));
    other.told(1);
    Neighbours.wrote(deal, host, List.of(joiner, third), List.of());

    assertThat(phone.told(1).get(0).getJsonObject("params").getInt("count")).isEqualTo(1);
    assertThat(joiner.inbox(1)).hasSize(1);
    assertThat(other.told(2).get(1).getJsonObject("params").getInt("count")).isEqualTo(2);
    assertThat(phone.told()).hasSize(1);
  }

  // ---- the wire ------------------------------------------------------------------------------

  @Test
  void aPushIsWhatTheStandardsSay() throws Exception {
    Device phone = service.device(joiner);

    Neighbours.wrote(deal, host, List.of(joiner));
    Push chat = phone.requests(1).get(0);
    Neighbours.remitted(UuidV7.next(), host, joiner);
    Push money = phone.requests(2).get(1);

    // RFC 8030: for how long, how urgent, in whose place.
    assertThat(chat.header("Urgency")).isEqualTo("normal");
    assertThat(Integer.parseInt(chat.header("TTL"))).isBetween(86_300, 86_400);
    assertThat(chat.header("Topic")).matches("[A-Za-z0-9_-]{1,32}");
    assertThat(money.header("Urgency")).isEqualTo("high");
    assertThat(money.header("Topic")).isNull();
    // RFC 8291: encrypted, and nothing to be read on the way.
    assertThat(chat.header("Content-Encoding")).isEqualTo("aes128gcm");
    assertThat(chat.body().length).isLessThanOrEqualTo(4_096);
    assertThat(new String(chat.body(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("CHAT_MESSAGE", "감귤");
    // RFC 8292: signed with the very key that browsers subscribe with.
    Http.Answer key = ServiceUnderTest.http().get("/vapid-public-key");
    assertThat(key.status()).isEqualTo(200);
    assertThat(chat.header("Authorization"))
        .endsWith(", k=" + key.json().getString("applicationServerKey"));
    assertThat(chat.status()).isEqualTo(201);
  }

  @Test
  void theKeyIsMadeAtTheFirstStartAndForItsOwnerOnly() throws Exception {
    ServiceUnderTest.http().get("/vapid-public-key");
    Path file = Path.of(System.getProperty("gonggu.keys.folder"), "vapid-key.json");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ServiceUnderTest.log()).doesNotContain("vapid-key");
  }

  @Test
  void everyDeviceIsCalledAndEachReadsItsOwn() {
    Device phone = service.device(host);
    Device desktop = service.device(host);

    Neighbours.joined(deal, host, joiner);

    assertThat(phone.told(1)).isEqualTo(desktop.told(1));
  }

  // ---- defects of the 2022 project -----------------------------------------------------------

  @Test
  @DisplayName("defect: errors swallowed")
  void errorsAreNotSwallowed() {
    Device phone = service.device(host);
    phone.answers(503, "Retry-After", "1").answers(429, "Retry-After", "1");
    Device refused = service.device(joiner);
    refused.answers(400, "X-Reason", "no");

    Neighbours.joined(deal, host, joiner);
    Neighbours.joined(deal, joiner, host);

    assertThat(kinds(phone.told(1))).containsExactly("ENROLLMENT_CONFIRMED");
    assertThat(phone.requests().stream().map(Push::status)).containsExactly(503, 429, 201);
    refused.requests(1);
    await()
        .atMost(Person.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ServiceUnderTest.log())
                    .contains("status 503", "status 429", "status 400"));
    assertThat(ServiceUnderTest.log())
        .as("whoever reads the log cannot call the device")
        .doesNotContain(phone.endpoint(), refused.endpoint());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  @DisplayName("defect: dead devices kept")
  void deadDevicesAreNotKept(int status) throws SQLException {
    Device dead = service.device(host).answers(status, "X-Reason", "gone");
    Device alive = service.device(host);

    Neighbours.joined(deal, host, joiner);
    alive.told(1);
    await().atMost(Person.PATIENCE).until(() -> devices(host) == 1);
    Neighbours.left(deal, host, joiner);

    alive.told(2);
    assertThat(dead.requests()).hasSize(1);
  }

  @Test
  @DisplayName("defect: no click target")
  void everyPushHasAClickTarget() {
    Device phone = service.device(host);

    Neighbours.joined(deal, host, joiner);
    Neighbours.deal("DealExpired", deal, host, List.of());
    Neighbours.remitted(UuidV7.next(), joiner, host);
    Neighbours.wrote(deal, joiner, List.of(host));

    assertThat(phone.told(4))
        .extracting(told -> told.getString("url"))
        .containsExactlyInAnyOrder("/deals/" + deal, "/deals/" + deal, "/wallet", "/chat/" + deal);
  }

  // ---- delivery ------------------------------------------------------------------------------

  /** What is waiting is one call, not ten: the newest stands for its room. */
  @Test
  void whileAPushServiceIsAwayMessagesOfARoomAreOneCall() {
    Device phone = service.device(joiner).answers(503, "Retry-After", "3600");

    Neighbours.wrote(deal, host, List.of(joiner));
    phone.requests(1);
    IntStream.range(0, 4).forEach(i -> Neighbours.wrote(deal, host, List.of(joiner)));
    await().atMost(Person.PATIENCE).until(() -> count(joiner.inbox().get(0)) == 5);
    laterIsNow(joiner);

    assertThat(phone.told(1).get(0).getJsonObject("params").getInt("count")).isEqualTo(5);
    assertThat(phone.requests()).hasSize(2);
  }

  @Test
  void nobodyIsCalledForWhatWasReadMeanwhile() {
    Device phone = service.device(host).answers(503, "Retry-After", "3600");

    Neighbours.joined(deal, host, joiner);
    phone.requests(1);
    host.read(host.inbox(1).get(0).getString("id"));
    laterIsNow(host);
    Neighbours.left(deal, host, joiner);

    assertThat(kinds(phone.told(1))).containsExactly("ENROLLMENT_CANCELLED");
    await().atMost(Person.PATIENCE).until(() -> waiting(host) == 0);
    assertThat(phone.told()).hasSize(1);
  }

  /**
   * Another instance is one that has locked its rows, and one that died is a claim that has lapsed.
   */
  @Test
  void whatAnotherInstanceClaimsHoldsUpNobodyAndIsDeliveredWhenItDies() throws SQLException {
    Device claimed = service.device(host).answers(503, "Retry-After", "3600");
    Device free = service.device(joiner);
    Neighbours.joined(deal, host, joiner);
    claimed.requests(1);
    await().atMost(Person.PATIENCE).until(() -> dueLater(host) == 1);

    try (Connection other = ServiceUnderTest.database()) {
      other.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      other.setAutoCommit(false);
      try (PreparedStatement claim =
          other.prepareStatement(
              "UPDATE delivery d JOIN subscription s ON s.id = d.subscription_id"
                  + " SET d.due_at = '2026-01-01' WHERE s.member_id = ?")) {
        claim.setString(1, host.id().toString());
        assertThat(claim.executeUpdate()).isEqualTo(1);
      }
      Neighbours.joined(deal, joiner, host);
      assertThat(free.told(1)).hasSize(1);
      assertThat(claimed.requests()).hasSize(1);
      other.commit();
    }

    assertThat(kinds(claimed.told(1))).containsExactly("ENROLLMENT_CONFIRMED");
  }

  @Test
  void manyAreDeliveredEachOnce() {
    Device phone = service.device(host);
    Device desktop = service.device(host);

    IntStream.range(0, 20).forEach(i -> Neighbours.joined(deal, host, joiner));

    List<String> ids = phone.told(20).stream().map(told -> told.getString("id")).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSize(20);
    assertThat(desktop.told(20)).hasSize(20);
  }

  // ---- devices -------------------------------------------------------------------------------

  @Test
  @DisplayName("row: register push device; the same endpoint again replaces")
  void theSameEndpointAgainReplaces() {
    Device phone = service.device(host);
    String first = phone.register(host);
    String second = phone.register(host);

    Neighbours.joined(deal, host, joiner);

    assertThat(second).isEqualTo(first);
    assertThat(phone.told(1)).hasSize(1);
    assertThat(devices(host)).isEqualTo(1);
  }

  /** A shared computer: what is told to the first must not be shown to the second. */
  @Test
  void anEndpointBelongsToWhoRegisteredItLast() {
    Device shared = service.device(host).answers(503, "Retry-After", "3600");
    String first = shared.register(host);
    Neighbours.joined(deal, host, joiner);
    shared.requests(1);

    String second = shared.register(joiner);
    joiner.prefers("{\"muted\":[],\"quietHours\":null}");
    Neighbours.joined(deal, host, third);
    Neighbours.remitted(UuidV7.next(), third, joiner);

    assertThat(kinds(shared.told(1))).containsExactly("MONEY_RECEIVED");
    host.inbox(2);
    assertThat(waiting(host)).isZero();
    assertThat(devices(host)).isZero();
    assertThat(second).isNotEqualTo(first);
    assertThat(host.http().delete("/subscriptions/" + second).status()).isEqualTo(404);
    assertThat(joiner.http().delete("/subscriptions/" + second).status()).isEqualTo(204);
  }

  @Test
  void aDeviceThatWasRemovedIsCalledNoMore() {
    Device phone = service.device();
    Device desktop = service.device(host);
    String id = phone.register(host);

    Http.Answer removed = host.http().delete("/subscriptions/" + id);
    Neighbours.joined(deal, host, joiner);

    assertThat(removed.status()).as("%s", removed).isEqualTo(204);
    desktop.told(1);
    assertThat(phone.requests()).isEmpty();
    Http.Answer again = host.http().delete("/subscriptions/" + id);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theOldestOfTooManyDevicesFallsOff() {
    Device oldest = service.device(host);
    List<Device> newer = new ArrayList<>();
    IntStream.range(0, 10)
        .forEach(
            i -> {
              Device device = service.device();
              device.register(host);
              newer.add(device);
            });

    Neighbours.joined(deal, host, joiner);

    newer.forEach(device -> device.told(1));
    assertThat(oldest.requests()).isEmpty();
    assertThat(devices(host)).isEqualTo(10);
  }

  // ---- preferences ---------------------------------------------------------------------------

  @Test
  void whoChoseNothingIsCalledForEverythingAndNotAtNight() {
    Http.Answer answer = host.http().get("/preferences");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo("{\"muted\":[],\"quietHours\":{\"from\":\"22:00\",\"until\":\"08:00\"}}");
  }

  @Test
  void whatIsMutedIsInTheInboxOnly() {
    Device phone = service.device(host);
    host.prefers("{\"muted\":[\"ENROLLMENT_CONFIRMED\"],\"quietHours\":null}");

    Neighbours.joined(deal, host, joiner);
    Neighbours.left(deal, host, joiner);

    assertThat(kinds(phone.told(1))).containsExactly("ENROLLMENT_CANCELLED");
    assertThat(kinds(host.inbox(2)))
        .containsExactly("ENROLLMENT_CANCELLED", "ENROLLMENT_CONFIRMED");
    assertThat(host.http().get("/preferences").text())
        .isEqualTo("{\"muted\":[\"ENROLLMENT_CONFIRMED\"],\"quietHours\":null}");
  }

  @Test
  void inQuietHoursOnlyMoneyCallsAndTheRestFollows() {
    Device phone = service.device(host);
    LocalTime now = LocalTime.now(ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.MINUTES);
    host.prefers(
        "{\"muted\":[],\"quietHours\":{\"from\":\"%s\",\"until\":\"%s\"}}"
            .formatted(now.minusHours(1), now.plusHours(2)));

    Neighbours.wrote(deal, joiner, List.of(host));
    await().atMost(Person.PATIENCE).until(() -> dueLater(host) == 1);
    Neighbours.remitted(UuidV7.next(), joiner, host);

    assertThat(kinds(phone.told(1))).containsExactly("MONEY_RECEIVED");
    assertThat(kinds(host.inbox(2))).containsExactly("MONEY_RECEIVED", "CHAT_MESSAGE");

    host.prefers("{\"muted\":[],\"quietHours\":null}");

    assertThat(kinds(phone.told(2))).containsExactly("MONEY_RECEIVED", "CHAT_MESSAGE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                          | VALIDATION_FAILED",
        "{\"muted\":null,\"quietHours\":null}                        | VALIDATION_FAILED",
        "{\"muted\":[null]}                                          | VALIDATION_FAILED",
        "{\"muted\":[\"SPAM\"]}                                      | MALFORMED_JSON",
        "{\"muted\":\"CHAT_MESSAGE\"}                                | MALFORMED_JSON",
        "{\"muted\":[],\"quietHours\":{}}                            | VALIDATION_FAILED",
        "{\"muted\":[],\"quietHours\":{\"from\":\"22:00\"}}          | VALIDATION_FAILED",
        "{\"muted\":[],\"quietHours\":{\"from\":\"24:00\",\"until\":\"08:00\"}} | VALIDATION_FAILED",
        "{\"muted\":[],\"quietHours\":{\"from\":\"8\",\"until\":\"9\"}}         | VALIDATION_FAILED",
        "{\"muted\":[],\"quietHours\":{\"from\":\"08:00\",\"until\":\"08:00\"}} | VALIDATION_FAILED",
        "{\"muted\":[],\"quietHours\":{\"from\":22,\"until\":8}}     | MALFORMED_JSON",
        "{\"muted\":[],\"quietHours\":\"never\"}                     | MALFORMED_JSON",
      })
  void whatIsNoPreferenceIsRefusedAndChangesNothing(String body, String code) {
    Http.Answer answer = host.http().put("/preferences", body);

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(host.http().get("/preferences").text()).contains("\"22:00\"");
  }

  // ---- leaving the market --------------------------------------------------------------------

  @Test
  void whoLeavesTheMarketIsErased() throws SQLException {
    Device phone = service.device(joiner);
    Device hosts = service.device(host);
    joiner.prefers("{\"muted\":[\"DEAL_FULL\"],\"quietHours\":null}");
    Neighbours.waitsFor(joiner, 37.5552, 126.9196, 2_000, "감귤");
    awaitWords(joiner, 1);
    Neighbours.joined(deal, joiner, host);
    Neighbours.joined(deal, host, joiner);
    phone.told(1);
    hosts.told(1);

    Neighbours.left(joiner);
    await()
        .atMost(Person.PATIENCE)
        .until(() -> rows("mailbox", joiner, "closed_at IS NOT NULL") == 1);
    // What was on its way, and what comes late.
    Neighbours.waitsFor(joiner, 37.5552, 126.9196, 2_000, "감귤");
    Neighbours.remitted(UuidV7.next(), host, joiner);
    Neighbours.deal("DealFull", deal, host, List.of(joiner));

    assertThat(kinds(hosts.told(2))).containsExactly("ENROLLMENT_CONFIRMED", "DEAL_FULL");
    for (String table : List.of("notification", "subscription", "preference", "keyword")) {
      assertThat(rows(table, joiner, "TRUE")).as(table).isZero();
    }
    assertThat(phone.requests()).hasSize(1);
    assertThat(joiner.inbox()).isEmpty();
    assertThat(joiner.unread()).isZero();
    assertThat(host.inbox(2).get(1).getJsonObject("params").getString("nickname"))
        .isEqualTo("탈퇴한 이웃");
    Http.Answer again = joiner.http().post("/subscriptions", phone.subscription());
    assertThat(again.status()).as("%s", again).isEqualTo(403);
    assertThat(again.code()).isEqualTo("MEMBER_LEFT");
    assertThat(joiner.http().put("/preferences", "{\"muted\":[]}").code()).isEqualTo("MEMBER_LEFT");
  }

  // ---- nobody, the wrong member, bad input ---------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "POST, /subscriptions",
    "DELETE, /subscriptions/0197a3c4-0d2e-7c55-9a3b-5e8f1a2b3c4d",
    "GET, /preferences",
    "PUT, /preferences"
  })
  void nobodyAndWhoIsNoMemberGetNothing(String method, String path) {
    Http nobody = ServiceUnderTest.http();
    Http guest =
        nobody.as(
            ServiceUnderTest.tokens()
                .spoilt(host.id(), claims -> claims.claim("groups", List.of("guest"))));

    assertThat(call(nobody, method, path).status()).isEqualTo(401);
    assertThat(call(nobody.as(ServiceUnderTest.tokens().forged(host.id())), method, path).status())
        .isEqualTo(401);
    assertThat(call(guest, method, path).status()).isEqualTo(403);
  }

  @Test
  void anotherMembersDeviceIsNotThere() {
    Device phone = service.device(host);
    String id = phone.register(host);

    Http.Answer stranger = joiner.http().delete("/subscriptions/" + id);
    Http.Answer nonsense = joiner.http().delete("/subscriptions/all");

    assertThat(stranger.status()).as("%s", stranger).isEqualTo(404);
    assertThat(nonsense.status()).as("%s", nonsense).isEqualTo(404);
    Neighbours.joined(deal, host, joiner);
    assertThat(phone.told(1)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9/push/1",
        "https://169.254.169.254/latest/meta-data",
        "https://fcm.googleapis.com@127.0.0.1/1",
        "https://localhost/push",
        "file:///etc/passwd",
        "javascript:alert(1)"
      })
  void anEndpointOfNoPushServiceIsRefused(String endpoint) {
    Device phone = service.device();

    Http.Answer answer =
        host.http()
            .post("/subscriptions", phone.subscription().replace(phone.endpoint(), endpoint));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("PUSH_SERVICE_UNKNOWN");
    assertThat(devices(host)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                       | VALIDATION_FAILED",
        "{\"endpoint\":\"%s\"}                                    | VALIDATION_FAILED",
        "{\"endpoint\":\"%s\",\"keys\":{}}                        | VALIDATION_FAILED",
        "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"AA\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}} | VALIDATION_FAILED",
        "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"!!\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}} | VALIDATION_FAILED",
        "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4\",\"auth\":\"AA\"}} | VALIDATION_FAILED",
        "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAix4\",\"auth\":\"BTBZMqHH6r4Tts7J_aSIgg\"}} | VALIDATION_FAILED",
        "{\"endpoint\":7,\"keys\":[]}                             | MALFORMED_JSON",
        "[]                                                       | MALFORMED_JSON",
      })
  void whatIsNoSubscriptionIsRefused(String body, String code) {
    Http.Answer answer =
        host.http().post("/subscriptions", body.replace("%s", service.device().endpoint()));

    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.text()).doesNotContain("kr.gonggu", "Exception");
    assertThat(devices(host)).isZero();
  }

  @Test
  void aScriptInTheDevicesNameIsText() throws SQLException {
    String script = "<script>alert('1')</script>'; DROP TABLE subscription; --";
    Device phone = service.device();

    Http.Answer answer =
        host.http().post("/subscriptions", phone.subscription().replace("내 휴대폰", script));

    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(rows("subscription", host, "device = '" + script.replace("'", "''") + "'"))
        .isEqualTo(1);
  }

  private static Http.Answer call(Http http, String method, String path) {
    return switch (method) {
      case "GET" -> http.get(path);
      case "DELETE" -> http.delete(path);
      case "PUT" -> http.put(path, "{\"muted\":[]}");
      default -> http.post(path, service.device().subscription());
    };
  }

  private static List<String> kinds(List<JsonObject> told) {
    return told.stream().map(each -> each.getString("kind")).toList();
  }

  private static int count(JsonObject entry) {
    return entry.getJsonObject("params").getInt("count");
  }

  private static void awaitWords(Person member, int words) {
    await().atMost(Person.PATIENCE).until(() -> rows("keyword", member, "TRUE") == words);
  }

  private static int devices(Person member) {
    return rows("subscription", member, "TRUE");
  }

  private static int waiting(Person member) {
    return rows("subscription", member, "id IN (SELECT subscription_id FROM delivery)");
  }

  private static int dueLater(Person member) {
    return rows(
        "subscription",
        member,
        "id IN (SELECT subscription_id FROM delivery WHERE due_at > NOW(6) + INTERVAL 5 MINUTE)");
  }

  /** What is to be tried again later is due: once it waits, whatever a claim was worth. */
  private static void laterIsNow(Person member) {
    await().atMost(Person.PATIENCE).until(() -> dueLater(member) == 1);
    try (Connection database = ServiceUnderTest.database();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE delivery d JOIN subscription s ON s.id = d.subscription_id"
                    + " SET d.due_at = NOW(6) WHERE s.member_id = ?")) {
      update.setString(1, member.id().toString());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int rows(String table, Person member, String condition) {
    try (Connection database = ServiceUnderTest.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT COUNT(*) FROM " + table + " WHERE member_id = ? AND " + condition)) {
      select.setString(1, member.id().toString());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
