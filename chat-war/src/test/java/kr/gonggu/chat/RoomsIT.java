package kr.gonggu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gonggu.chat.DealRoom.Person;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms as they follow their deals, and everything over HTTP. */
@ArquillianTest
class RoomsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  /** In which nothing is ever said. */
  private static DealRoom quiet;

  @BeforeAll
  static void ready() {
    DealRoom.awaitService();
    quiet = DealRoom.open();
  }

  private static List<JsonObject> items(Http.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static List<Integer> numbers(Http.Answer answer) {
    return items(answer).stream().map(item -> item.getInt("seq")).toList();
  }

  // ---- rooms follow deals -------------------------------------------------------------------

  @Test
  void aDealHasARoomWithNoticesOfEntryAndExit() {
    DealRoom deal = DealRoom.open();
    JsonObject hosts = deal.host.room(deal.id);
    assertThat(hosts.getString("title")).isEqualTo(deal.title);
    assertThat(hosts.containsKey("lastMessage")).isFalse();
    assertThat(hosts.getInt("lastSeq")).isZero();
    assertThat(hosts.getBoolean("writable")).isTrue();

    Person joiner = deal.join("감귤언니");
    List<JsonObject> history = items(deal.as(joiner));
    assertThat(history).hasSize(1);
    assertThat(history.get(0).getString("type")).isEqualTo("notice");
    assertThat(history.get(0).getString("kind")).isEqualTo("JOINED");
    assertThat(history.get(0).getJsonObject("member").getString("nickname")).isEqualTo("감귤언니");
    assertThat(joiner.room(deal.id).getInt("unread")).isZero();
    assertThat(deal.host.room(deal.id).getInt("unread")).as("a notice is no message").isZero();

    deal.dismiss(joiner);
    deal.awaitSeq(2);
    assertThat(items(deal.as(deal.host)).get(1).getString("kind")).isEqualTo("LEFT");
  }

  @Test
  void anEventThatIsDeliveredTwiceChangesNothing() {
    DealRoom deal = DealRoom.open();
    Person joiner = Person.called("두번");
    Topic topic = ServiceUnderTest.topic("deal.events");
    String json =
        "{\"dealId\":\"%s\",\"memberId\":\"%s\",\"memberNickname\":\"두번\"}"
            .formatted(deal.id, joiner.id());
    String id = UUID.randomUUID().toString();
    topic.tell(id, DealRoom.SOURCE, "EnrollmentConfirmed", deal.id.toString(), json);
    topic.tell(id, DealRoom.SOURCE, "EnrollmentConfirmed", deal.id.toString(), json);
    deal.admit(joiner);
    deal.join("끝");
    assertThat(items(deal.as(deal.host)))
        .extracting(item -> item.getJsonObject("member").getString("nickname"))
        .containsExactly("두번", "끝");
  }

  @Test
  void whoLeavesMayReadUpToTheNoticeAndNotWrite() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("나그네");
    assertThat(joiner.say(deal.id, "a", "안녕하세요").status()).isEqualTo(201);
    deal.dismiss(joiner);
    deal.awaitSeq(3);
    assertThat(deal.host.say(deal.id, "b", "잘 가요").status()).isEqualTo(201);

    assertThat(numbers(deal.as(joiner))).containsExactly(1, 2, 3);
    Http.Answer refused = joiner.say(deal.id, "c", "잠깐만요");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("LEFT_ROOM");
    assertThat(joiner.room(deal.id).getBoolean("writable")).isFalse();
    assertThat(joiner.room(deal.id).getInt("lastSeq")).isEqualTo(3);
    assertThat(numbers(deal.as(deal.host))).containsExactly(1, 2, 3, 4);

    deal.admit(joiner);
    deal.awaitSeq(5);
    assertThat(numbers(deal.as(joiner))).as("who comes back sees all").hasSize(5);
    assertThat(joiner.say(deal.id, "d", "다시 왔어요").status()).isEqualTo(201);
  }

  @Test
  void whatTheHostSaidToAStepStandsInTheRoom() {
    DealRoom deal = DealRoom.open();
    deal.move("ORDERED", "목요일에 도착해요");
    deal.cancel("판매처 품절이에요");
    deal.awaitSeq(2);
    assertThat(items(deal.as(deal.host)))
        .extracting(notice -> notice.getString("status") + ": " + notice.getString("text"))
        .containsExactly("ORDERED: 목요일에 도착해요", "CANCELLED: 판매처 품절이에요");
  }

  @Test
  void aHostWhoLeftTheMarketHasSaidNothing() {
    DealRoom deal = DealRoom.open();
    deal.loseHost();
    deal.awaitSeq(1);
    JsonObject notice = items(deal.as(deal.host)).get(0);
    assertThat(notice.getString("status")).isEqualTo("CANCELLED");
    assertThat(notice.containsKey("text")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"DealCancelled, CANCELLED", "DealExpired, EXPIRED"})
  void aDealThatIsOffIsReadAndNotWritten(String event, String status) {
    DealRoom deal = DealRoom.open();
    deal.tell(event);
    deal.awaitSeq(1);
    JsonObject notice = items(deal.as(deal.host)).get(0);
    assertThat(notice.getString("kind")).isEqualTo("STATUS");
    assertThat(notice.getString("status")).isEqualTo(status);
    Http.Answer refused = deal.host.say(deal.id, "a", "아쉬워요");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ROOM_CLOSED");
    assertThat(deal.lastSeq()).isEqualTo(1);
    assertThat(deal.host.room(deal.id).getBoolean("writable")).isFalse();
  }

  @Test
  void aNewTitlePictureAndNicknameAreSeenEverywhere() {
    DealRoom deal = DealRoom.open();
    UUID picture = UUID.randomUUID();
    deal.host.say(deal.id, "a", "안녕하세요");
    deal.retitle("한라봉", picture);
    memberTells("MemberChanged", deal.host, named(deal.host, "새이름"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonObject room = deal.host.room(deal.id);
              assertThat(room.getString("title")).isEqualTo("한라봉");
              assertThat(room.getString("imageId")).isEqualTo(picture.toString());
              assertThat(
                      room.getJsonObject("lastMessage")
                          .getJsonObject("sender")
                          .getString("nickname"))
                  .isEqualTo("새이름");
            });
    deal.retitle("한라봉");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(deal.host.room(deal.id)).doesNotContainKey("imageId"));
  }

  @Test
  void whoLeavesTheMarketLeavesTheRoomsAndTheNameIsForgotten() {
    DealRoom deal = DealRoom.open();
    Person leaver = deal.join("떠나는이");
    DealRoom own = DealRoom.open(leaver);
    leaver.say(deal.id, "a", "안녕히 계세요");
    memberTells(
        "MemberLeft",
        leaver,
        "{\"memberId\":\"%s\",\"leftAt\":\"2026-11-20T06:30:00Z\"}".formatted(leaver.id()));
    deal.awaitSeq(3);
    Http.Answer history = deal.as(deal.host);
    assertThat(history.text()).doesNotContain("떠나는이").contains("안녕히 계세요");
    JsonObject notice = items(history).get(2);
    assertThat(notice.getString("kind")).isEqualTo("LEFT");
    assertThat(notice.getJsonObject("member").getString("nickname")).isEqualTo("탈퇴한 이웃");
    assertThat(items(history).get(1).getJsonObject("sender").getString("nickname"))
        .isEqualTo("탈퇴한 이웃");
    assertThat(leaver.say(deal.id, "b", "잠깐만").code()).isEqualTo("LEFT_ROOM");
    await().atMost(PATIENCE).until(() -> !leaver.room(own.id).getBoolean("writable"));

    // What other topics tell late brings back neither the member nor the name.
    deal.admit(leaver);
    deal.dismiss(leaver);
    DealRoom late = DealRoom.open(leaver);
    memberTells("MemberChanged", leaver, named(leaver, "떠나는이"));
    memberTells("MemberChanged", deal.host, named(deal.host, "남은이"));
    deal.retitle("그 뒤");
    await().atMost(PATIENCE).until(() -> deal.host.room(deal.id).getString("title").equals("그 뒤"));
    assertThat(deal.lastSeq()).isEqualTo(3);
    assertThat(late.lastSeq()).isEqualTo(1);
    deal.host.say(deal.id, "z", "갔네요");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(deal.as(deal.host).text()).contains("남은이"));
    assertThat(deal.as(deal.host).text()).doesNotContain("떠나는이");
    assertThat(late.as(leaver).text()).contains("탈퇴한 이웃").doesNotContain("떠나는이");
  }

  private static void memberTells(String type, Person member, String json) {
    ServiceUnderTest.topic("member.events")
        .tell("/gonggu/member", type, member.id().toString(), json);
  }

  private static String named(Person member, String nickname) {
    return "{\"memberId\":\"%s\",\"nickname\":\"%s\"}".formatted(member.id(), nickname);
  }

  @Test
  void anEventWithoutARoomGoesToTheDeadLettersAndTheRestFlowsOn() {
    Topic dead = ServiceUnderTest.topic("deal.events.dlt");
    UUID unknown = UUID.randomUUID();
    ServiceUnderTest.topic("deal.events")
        .tell(
            DealRoom.SOURCE,
            "EnrollmentConfirmed",
            unknown.toString(),
            "{\"dealId\":\"%s\",\"memberId\":\"%s\",\"memberNickname\":\"x\"}"
                .formatted(unknown, UUID.randomUUID()));
    DealRoom.open().join("뒤에 온 이");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(dead.all("EnrollmentConfirmed", unknown.toString()))
                    .singleElement()
                    .satisfies(
                        event -> assertThat(event.headers().toString()).contains("no room")));
  }

  // ---- messages -----------------------------------------------------------------------------

  @Test
  void whatIsSaidIsNumberedStoredAndToldToTheOtherServices() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("감귤언니");
    Http.Answer answer = joiner.say(deal.id, "c-1", "토요일 세 시 🍊");
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(answer.json().getInt("seq")).isEqualTo(2);
    assertThat(answer.json().getString("clientId")).isEqualTo("c-1");

    JsonObject message = items(deal.as(deal.host)).get(1);
    assertThat(message.getString("type")).isEqualTo("message");
    assertThat(message.getString("text")).isEqualTo("토요일 세 시 🍊");
    assertThat(message.getString("at")).isEqualTo(answer.json().getString("at"));
    assertThat(message.getJsonObject("sender").getString("id")).isEqualTo(joiner.id().toString());

    Topic told = ServiceUnderTest.topic("chat.events");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(told.all("MessageSent", deal.id.toString()))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.key()).isEqualTo(deal.id.toString());
                          assertThat(event.json())
                              .contains("\"text\":\"토요일 세 시 🍊\"")
                              .contains("\"memberIds\":[\"" + deal.host.id() + "\"]")
                              .contains("\"dealTitle\":\"" + deal.title + "\"")
                              .contains("\"senderNickname\":\"감귤언니\"");
                        }));
  }

  @Test
  void theSameNameAgainIsTheSameMessageAlsoAtOnce() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("급한이");
    String body = "{\"clientId\":\"same\",\"text\":\"한 번만\"}";
    List<Http.Answer> answers =
        IntStream.range(0, 10)
            .mapToObj(i -> joiner.http().sendLater("POST", "/rooms/" + deal.id + "/messages", body))
            .toList()
            .stream()
            .map(java.util.concurrent.CompletableFuture::join)
            .toList();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(201);
              assertThat(answer.json().getInt("seq")).isEqualTo(2);
            });
    assertThat(answers).extracting(Http.Answer::text).containsOnly(answers.get(0).text());
    assertThat(deal.lastSeq()).isEqualTo(2);
    assertThat(deal.host.say(deal.id, "same", "나도").json().getInt("seq"))
        .as("another sender's name is another message")
        .isEqualTo(3);
  }

  @Test
  void historyIsReadByNumberInBothDirections() {
    DealRoom deal = DealRoom.open();
    for (int i = 1; i <= 7; i++) {
      deal.host.say(deal.id, "c" + i, "말 " + i);
    }
    String path = "/rooms/" + deal.id + "/messages";
    Http http = deal.host.http();

    Http.Answer newest = http.get(path + "?limit=3");
    assertThat(numbers(newest)).containsExactly(5, 6, 7);
    assertThat(newest.json().getString("next")).isEqualTo("5");
    Http.Answer earlier = http.get(path + "?limit=3&before=5");
    assertThat(numbers(earlier)).containsExactly(2, 3, 4);
    Http.Answer first = http.get(path + "?limit=3&before=2");
    assertThat(numbers(first)).containsExactly(1);
    assertThat(first.json().isNull("next")).isTrue();

    Http.Answer later = http.get(path + "?limit=3&after=2");
    assertThat(numbers(later)).containsExactly(3, 4, 5);
    assertThat(later.json().getString("next")).isEqualTo("5");
    Http.Answer last = http.get(path + "?limit=3&after=5");
    assertThat(numbers(last)).containsExactly(6, 7);
    assertThat(last.json().isNull("next")).isTrue();
    assertThat(numbers(http.get(path + "?after=7"))).isEmpty();
    assertThat(numbers(http.get(path + "?after=99"))).isEmpty();
    assertThat(numbers(http.get(path + "?before=0"))).isEmpty();
    assertThat(numbers(http.get(path + "?before=9223372036854775807"))).hasSize(7);
  }

  @Test
  void roomsComeInPartsNewestFirstNoneTwice() {
    Person host = Person.called("부지런");
    List<String> ids = new java.util.ArrayList<>();
    for (int i = 0; i < 5; i++) {
      UUID id = kr.gonggu.lib.id.UuidV7.next();
      ids.add(0, id.toString());
      ServiceUnderTest.topic("deal.events")
          .tell(
              DealRoom.SOURCE,
              "DealOpened",
              id.toString(),
              "{\"dealId\":\"%s\",\"title\":\"공구 %d\",\"hostId\":\"%s\",\"hostNickname\":\"부지런\"}"
                  .formatted(id, i, host.id()));
      await()
          .atMost(PATIENCE)
          .until(() -> host.http().get("/rooms/" + id + "/messages").status() == 200);
    }
    String newest = ids.remove(3);
    host.say(UUID.fromString(newest), "a", "먼저");
    ids.add(0, newest);

    List<String> seen = new java.util.ArrayList<>();
    String next = "";
    do {
      Http.Answer part = host.http().get("/rooms?limit=2&cursor=" + next);
      items(part).forEach(item -> seen.add(item.getString("dealId")));
      next = part.json().isNull("next") ? null : part.json().getString("next");
    } while (next != null);
    assertThat(seen).isEqualTo(ids);
  }

  // ---- who may ------------------------------------------------------------------------------

  @Test
  void withoutASignatureOfOursThereIsNoChat() {
    DealRoom deal = DealRoom.open();
    UUID id = deal.host.id();
    for (Http http :
        List.of(
            ServiceUnderTest.http(),
            ServiceUnderTest.http().as(ServiceUnderTest.tokens().forged(id)),
            ServiceUnderTest.http().as(ServiceUnderTest.tokens().unsigned(id)),
            ServiceUnderTest.http().as(ServiceUnderTest.tokens().expired(id)),
            ServiceUnderTest.http().as("nonsense"))) {
      for (Http.Answer answer :
          List.of(
              http.get("/rooms"),
              http.get("/rooms/" + deal.id + "/messages"),
              http.post("/rooms/" + deal.id + "/messages", "{\"clientId\":\"a\",\"text\":\"나\"}"),
              http.post("/tickets", null))) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(401);
      }
    }
    assertThat(deal.lastSeq()).isZero();
  }

  @Test
  void aStrangerNeitherReadsNorWritesNorSeesTheRoom() {
    DealRoom deal = DealRoom.open();
    Person stranger = Person.called("낯선이");
    Http.Answer reading = deal.as(stranger);
    assertThat(reading.status()).isEqualTo(403);
    assertThat(reading.code()).isEqualTo("NOT_IN_ROOM");
    Http.Answer readers = stranger.http().get("/rooms/" + deal.id + "/readers");
    assertThat(readers.status()).isEqualTo(403);
    assertThat(readers.code()).isEqualTo("NOT_IN_ROOM");
    Http.Answer writing = stranger.say(deal.id, "a", "안녕하세요");
    assertThat(writing.status()).isEqualTo(403);
    assertThat(writing.code()).isEqualTo("NOT_IN_ROOM");
    assertThat(items(stranger.http().get("/rooms"))).isEmpty();
    assertThat(deal.lastSeq()).isZero();
  }

  @Test
  void howFarEveryoneHasReadIsTakenUpWhereTheyCameIn() {
    DealRoom deal = DealRoom.open();
    assertThat(deal.host.say(deal.id, "a", "먼저 한 말").status()).isEqualTo(201);
    Person joiner = deal.join("나중");
    Person leaver = deal.join("나갈이");
    assertThat(deal.host.say(deal.id, "b", "모두에게").status()).isEqualTo(201);
    deal.dismiss(leaver);
    deal.awaitSeq(5);

    assertThat(items(deal.host.http().get("/rooms/" + deal.id + "/readers")))
        .extracting(item -> item.getString("memberId"), item -> item.getInt("seq"))
        .as("the host has read what the host said, the joiner what was there before")
        .containsExactlyInAnyOrder(
            tuple(deal.host.id().toString(), 4), tuple(joiner.id().toString(), 2));
    assertThat(items(leaver.http().get("/rooms/" + deal.id + "/readers")))
        .as("nobody, for who has left")
        .isEmpty();
  }

  @Test
  void aRoomThatDoesNotExistIsNotFound() {
    Person member = Person.called("길잃은이");
    UUID nowhere = UUID.randomUUID();
    assertThat(member.http().get("/rooms/" + nowhere + "/messages").code())
        .isEqualTo("ROOM_NOT_FOUND");
    Http.Answer writing = member.say(nowhere, "a", "누구 없나요");
    assertThat(writing.status()).isEqualTo(404);
    assertThat(writing.code()).isEqualTo("ROOM_NOT_FOUND");
    assertThat(member.http().get("/rooms/not-a-uuid/messages").status()).isEqualTo(404);
  }

  @Test
  void theSenderIsWhoseTokenItIsWhateverTheMessageClaims() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("사칭하는이");
    Http.Answer answer =
        joiner
            .http()
            .post(
                "/rooms/" + deal.id + "/messages",
                """
                {"clientId":"a","text":"내가 주최자예요","senderId":"%1$s","memberId":"%1$s",
                 "sender":{"id":"%1$s","nickname":"주최자"},"nickname":"주최자","seq":99}"""
                    .formatted(deal.host.id()));
    assertThat(answer.status()).as("%s", answer).isIn(201, 400);
    joiner.say(deal.id, "b", "내가 했어요");
    assertThat(items(deal.as(deal.host)))
        .filteredOn(item -> item.getString("type").equals("message"))
        .isNotEmpty()
        .allSatisfy(
            item ->
                assertThat(item.getJsonObject("sender").getString("id"))
                    .isEqualTo(joiner.id().toString()));
  }

  @Test
  void sqlIsTextLikeAnyOther() {
    DealRoom deal = DealRoom.open();
    String attack = "'); DROP TABLE entry; -- \\' OR 1=1 \u0000\" <script>alert(1)</script>";
    assertThat(deal.host.say(deal.id, "';DROP/**/TABLE/**/room;--", attack).status())
        .isEqualTo(201);
    assertThat(deal.host.say(deal.id, "'OR'1'='1", "둘").json().getInt("seq")).isEqualTo(2);
    JsonObject message = items(deal.as(deal.host)).get(0);
    assertThat(message.getString("text")).isEqualTo(attack);
    assertThat(message.getString("clientId")).isEqualTo("';DROP/**/TABLE/**/room;--");
    for (String path :
        List.of(
            "/rooms/%27%20OR%201=1%20--/messages",
            "/rooms/" + deal.id + "/messages?before=1%20OR%201=1",
            "/rooms/" + deal.id + "/messages?after=1;DROP%20TABLE%20entry",
            "/rooms?cursor=%27%20OR%20%271%27=%271",
            "/images/%27%20OR%201=1%20--")) {
      assertThat(deal.host.http().get(path).status()).as(path).isIn(400, 404);
    }
    assertThat(deal.lastSeq()).isEqualTo(2);
  }

  @Test
  void theHistoryComesInPartsAndNeverWhole() {
    DealRoom deal = DealRoom.open();
    try (SocketClient host = deal.host.socket()) {
      IntStream.range(0, 60).forEach(i -> host.say(deal.id, "m" + i, "말 " + i));
      await().atMost(PATIENCE).until(() -> host.frames("ack").size() == 60);
    }
    assertThat(items(deal.host.http().get("/rooms/" + deal.id + "/messages"))).hasSize(20);
    assertThat(deal.host.http().get("/rooms/" + deal.id + "/messages?limit=101").status())
        .isEqualTo(400);
  }

  // ---- bad input ----------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"clientId\":\"a\"}",
        "{\"clientId\":\"a\",\"text\":null}",
        "{\"clientId\":\"a\",\"text\":\"  \"}",
        "{\"clientId\":null,\"text\":\"안녕\"}",
        "{\"clientId\":\"\",\"text\":\"안녕\"}",
        "{\"clientId\":\"한글\",\"text\":\"안녕\"}",
        "{\"clientId\":\"a\",\"text\":{}}",
        "{\"clientId\":\"a\",\"text\":\"안녕\",\"imageId\":\"x\"}",
        "{\"clientId\":\"a\",\"imageId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\"}"
      })
  void whatCannotBeAMessageIsRefusedAndNothingIsStored(String body) {
    DealRoom deal = quiet;
    Http.Answer answer = deal.host.http().post("/rooms/" + deal.id + "/messages", body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.code()).isNotEmpty();
    assertThat(answer.text()).doesNotContain("kr.gonggu").doesNotContain("Exception");
    assertThat(deal.lastSeq()).isZero();
  }

  @Test
  void twoThousandCharactersAreStoredAndOneMoreIsRefused() {
    DealRoom deal = DealRoom.open();
    String longest = "🍊".repeat(2_000);
    assertThat(deal.host.say(deal.id, "a", longest).status()).isEqualTo(201);
    Http.Answer tooLong = deal.host.say(deal.id, "b", longest + "!");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(deal.host.say(deal.id, "c", "가".repeat(10_000)).code())
        .isEqualTo("VALIDATION_FAILED");
    assertThat(items(deal.as(deal.host))).hasSize(1);
    assertThat(items(deal.as(deal.host)).get(0).getString("text")).isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=x",
        "before=-1",
        "after=-1",
        "after=x",
        "before=99999999999999999999",
        "before=1&after=1"
      })
  void aPartThatCannotBeIsRefused(String query) {
    DealRoom deal = quiet;
    Http.Answer answer = deal.host.http().get("/rooms/" + deal.id + "/messages?" + query);
    // A parameter that is no number names no resource: JAX-RS answers 404 there.
    assertThat(answer.status()).as("%s", answer).isIn(400, 404);
    assertThat(answer.code()).isNotEmpty();
  }

  @Test
  void aCursorOfSomebodyElsesMakingIsRefused() {
    Http.Answer answer = Person.called("장난꾼").http().get("/rooms?cursor=AAAA");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("CURSOR_INVALID");
  }
}
