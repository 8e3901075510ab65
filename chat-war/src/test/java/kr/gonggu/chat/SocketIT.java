package kr.gonggu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kr.gonggu.chat.DealRoom.Person;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real sockets against the real WAR. */
@ArquillianTest
class SocketIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void ready() {
    DealRoom.awaitService();
  }

  private static List<Long> numbers(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  // ---- live ---------------------------------------------------------------------------------

  @Test
  void twoMembersSeeEachOthersWordsLive() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("감귤언니");
    try (SocketClient host = deal.host.socket();
        SocketClient other = joiner.socket()) {
      host.sync(deal.id, 1).await("synced");
      other.sync(deal.id, 1).await("synced");

      host.say(deal.id, "h-1", "어서 오세요 🍊");
      JsonObject ack = host.await("ack");
      assertThat(ack.getString("clientId")).isEqualTo("h-1");
      assertThat(ack.getString("roomId")).isEqualTo(deal.id.toString());
      assertThat(ack.getInt("seq")).isEqualTo(2);

      JsonObject seen = other.await("message");
      assertThat(seen.getString("text")).isEqualTo("어서 오세요 🍊");
      assertThat(seen.getInt("seq")).isEqualTo(2);
      assertThat(seen.getString("at")).isEqualTo(ack.getString("at"));
      assertThat(seen.getJsonObject("sender").getString("id")).isEqualTo(deal.host.id().toString());
      assertThat(host.await("message")).as("the sender's devices hear the same").isEqualTo(seen);

      other.say(deal.id, "o-1", "안녕하세요");
      host.awaitNumber(deal.id, 3);
      assertThat(host.frames("message").get(1).getString("clientId")).isEqualTo("o-1");
      assertThat(other.frames("ack")).hasSize(1);
      assertThat(deal.lastSeq()).isEqualTo(3);
    }
  }

  @Test
  void aMessageOverHttpAndANoticeAreSeenLiveToo() {
    DealRoom deal = DealRoom.open();
    try (SocketClient host = deal.host.socket()) {
      host.send("{\"type\":\"sync\",\"rooms\":{}}").await("synced");
      Person joiner = deal.join("새이웃");
      JsonObject notice = host.await("notice");
      assertThat(notice.getString("kind")).isEqualTo("JOINED");
      assertThat(notice.getJsonObject("member").getString("nickname")).isEqualTo("새이웃");
      joiner.say(deal.id, "a", "안녕하세요");
      assertThat(host.await("message").getInt("seq")).isEqualTo(2);
    }
  }

  @Test
  void whoComesInWhileConnectedHearsTheRoomAtOnceAndWhoLeavesHearsNoMore() {
    DealRoom deal = DealRoom.open();
    Person joiner = Person.called("기다린이");
    try (SocketClient waiting = joiner.socket()) {
      waiting.send("{\"type\":\"sync\",\"rooms\":{}}").await("synced");
      deal.admit(joiner);
      assertThat(waiting.await("notice").getString("kind")).isEqualTo("JOINED");
      deal.host.say(deal.id, "a", "반가워요");
      waiting.awaitNumber(deal.id, 2);

      deal.dismiss(joiner);
      waiting.awaitNumber(deal.id, 3);
      deal.host.say(deal.id, "b", "우리끼리");
      waiting.say(deal.id, "c", "저도요");
      JsonObject refused = waiting.await("error");
      assertThat(refused.getString("code")).isEqualTo("LEFT_ROOM");
      assertThat(refused.getString("clientId")).isEqualTo("c");
      assertThat(waiting.numbers(deal.id)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aClientThatNeverSyncsHearsWhatHappensFromItsOpeningOn() {
    DealRoom deal = DealRoom.open();
    deal.host.say(deal.id, "a", "전에");
    try (SocketClient host = deal.host.socket()) {
      host.send("{\"type\":\"ping\"}").await("pong");
      deal.host.say(deal.id, "b", "후에");
      host.awaitNumber(deal.id, 2);
      assertThat(host.numbers(deal.id)).containsExactly(2L);
    }
  }

  @Test
  void syncAfterReconnectGivesExactlyWhatWasMissed() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("지하철");
    try (SocketClient before = joiner.socket()) {
      before.sync(deal.id, 1).await("synced");
      deal.host.say(deal.id, "a", "하나");
      before.awaitNumber(deal.id, 2);
    }
    try (SocketClient host = deal.host.socket()) {
      // As many at once as may be on their way.
      for (int sent = 0; sent < 450; ) {
        for (int i = 0; i < 50; i++) {
          host.say(deal.id, "m" + sent, "말 " + sent++);
        }
        int expected = sent;
        await().atMost(PATIENCE).until(() -> host.frames("ack").size() == expected);
      }
    }

    try (SocketClient back = joiner.socket()) {
      back.sync(deal.id, 2);
      JsonObject synced = back.await("synced");
      assertThat(synced.getJsonObject("rooms").getInt(deal.id.toString())).isEqualTo(452);
      assertThat(back.numbers(deal.id)).isEqualTo(numbers(3, 452));
      assertThat(back.frames()).last().isEqualTo(synced);
      deal.host.say(deal.id, "z", "계속");
      back.awaitNumber(deal.id, 453);
      assertThat(back.numbers(deal.id)).isEqualTo(numbers(3, 453));
    }
  }

  @Test
  void twentySendersAtOnceGetEveryNumberOnceAndAllSeeTheSameOrder() {
    DealRoom deal = DealRoom.open();
    List<Person> people = new ArrayList<>();
    people.add(deal.host);
    people.addAll(deal.join(19));
    List<SocketClient> sockets = new ArrayList<>();
    try {
      people.forEach(person -> sockets.add(person.socket()));
      sockets.forEach(socket -> socket.sync(deal.id, 19).await("synced"));
      int each = 12;
      IntStream.range(0, each)
          .forEach(i -> sockets.forEach(socket -> socket.say(deal.id, "m-" + i, "말 " + i)));

      long last = 19 + 20L * each;
      sockets.forEach(socket -> socket.awaitNumber(deal.id, last));
      List<Long> expected = numbers(20, last);
      assertThat(sockets)
          .allSatisfy(socket -> assertThat(socket.numbers(deal.id)).isEqualTo(expected));
      List<JsonObject> order = sockets.get(0).frames("message");
      assertThat(sockets)
          .allSatisfy(socket -> assertThat(socket.frames("message")).isEqualTo(order));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          sockets.stream()
                              .flatMap(socket -> socket.frames("ack").stream())
                              .map(ack -> ack.getJsonNumber("seq").longValue())
                              .sorted()
                              .toList())
                      .isEqualTo(expected));
      for (Person person : people) {
        assertThat(
                order.stream()
                    .filter(
                        m ->
                            m.getJsonObject("sender")
                                .getString("id")
                                .equals(person.id().toString()))
                    .map(m -> m.getString("clientId"))
                    .toList())
            .as("each sender's own order")
            .isEqualTo(IntStream.range(0, each).mapToObj(i -> "m-" + i).toList());
      }
      assertThat(deal.lastSeq()).isEqualTo(last);
    } finally {
      sockets.forEach(SocketClient::close);
    }
  }

  @Test
  void theSameNameTwiceIsOneMessageAndTheSameAck() {
    DealRoom deal = DealRoom.open();
    try (SocketClient host = deal.host.socket()) {
      host.sync(deal.id, 0).await("synced");
      host.say(deal.id, "same", "한 번만").say(deal.id, "same", "한 번만");
      await().atMost(PATIENCE).until(() -> host.frames("ack").size() == 2);
      host.say(deal.id, "next", "다음").awaitNumber(deal.id, 2);
      host.say(deal.id, "same", "또");
      await().atMost(PATIENCE).until(() -> host.frames("ack").size() == 4);

      List<JsonObject> acks = host.frames("ack");
      assertThat(acks.get(1)).isEqualTo(acks.get(0));
      assertThat(acks.get(3)).isEqualTo(acks.get(0));
      assertThat(host.numbers(deal.id)).containsExactly(1L, 2L);
      assertThat(deal.lastSeq()).isEqualTo(2);
    }
  }

  @Test
  void oneReaderMarksTheRoomReadForNobodyElseAndNeverBack() {
    DealRoom deal = DealRoom.open();
    Person reader = deal.join("읽는이");
    Person other = deal.join("안 읽는이");
    IntStream.range(0, 4).forEach(i -> deal.host.say(deal.id, "m" + i, "말 " + i));
    assertThat(reader.room(deal.id).getInt("unread")).isEqualTo(4);

    try (SocketClient socket = reader.socket();
        SocketClient host = deal.host.socket()) {
      host.sync(deal.id, 6).await("synced");
      socket.sync(deal.id, 6).await("synced");
      socket.send("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":5}".formatted(deal.id));
      JsonObject told = host.await("read");
      assertThat(told.getString("memberId")).isEqualTo(reader.id().toString());
      assertThat(told.getInt("seq")).isEqualTo(5);
      assertThat(reader.room(deal.id).getInt("unread")).isEqualTo(1);
      assertThat(reader.room(deal.id).getInt("readSeq")).isEqualTo(5);

      socket.send("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":3}".formatted(deal.id));
      socket.send("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":999999}".formatted(deal.id));
      await().atMost(PATIENCE).until(() -> reader.room(deal.id).getInt("unread") == 0);
      assertThat(reader.room(deal.id).getInt("readSeq")).isEqualTo(6);
      host.awaitThat(frame -> frame.getString("type").equals("read") && frame.getInt("seq") == 6);
      assertThat(host.frames("read")).extracting(frame -> frame.getInt("seq")).isSorted();
    }
    assertThat(other.room(deal.id).getInt("unread")).as("nobody else's").isEqualTo(4);
    assertThat(deal.host.room(deal.id).getInt("unread")).isZero();
  }

  @Test
  void typingIsSeenByTheOthers() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("손빠른이");
    try (SocketClient host = deal.host.socket();
        SocketClient typist = joiner.socket()) {
      host.sync(deal.id, 1).await("synced");
      typist.sync(deal.id, 1).await("synced");
      typist.send("{\"type\":\"typing\",\"roomId\":\"%s\"}".formatted(deal.id));
      assertThat(host.await("typing").getString("memberId")).isEqualTo(joiner.id().toString());
      assertThat(typist.frames("typing")).isEmpty();
    }
  }

  @Test
  void whoHasTheRoomInViewIsNamedWithTheMessageSoThatNoPhoneRings() {
    DealRoom deal = DealRoom.open();
    Person looker = deal.join("보는이");
    Person away = deal.join("딴데보는이");
    String look = "{\"type\":\"look\",\"roomId\":\"%s\"}".formatted(deal.id);
    String lookAway = "{\"type\":\"look\",\"roomId\":null}";
    try (SocketClient phone = looker.socket();
        SocketClient desktop = looker.socket();
        SocketClient other = away.socket();
        SocketClient stranger = Person.called("낯선이").socket()) {
      List<SocketClient> all = List.of(phone, desktop, other, stranger);
      all.forEach(socket -> socket.send(look));
      desktop.send(lookAway);
      other.send(lookAway);
      all.forEach(socket -> socket.send("{\"type\":\"ping\"}").await("pong"));
      deal.host.say(deal.id, "seen", "보여요?");
      phone.send(lookAway);
      phone.awaitNumber(deal.id, 3);
      phone.send("{\"type\":\"sync\",\"rooms\":{}}").await("synced");
    }
    deal.host.say(deal.id, "unseen", "안 보여요?");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        ServiceUnderTest.topic("chat.events")
                            .all("MessageSent", deal.id.toString()))
                    .satisfiesExactly(
                        seen ->
                            assertThat(seen.json())
                                .contains("\"lookingIds\":[\"" + looker.id() + "\"]"),
                        unseen -> assertThat(unseen.json()).doesNotContain("lookingIds")));
  }

  // ---- who may ------------------------------------------------------------------------------

  @Test
  void aTicketOpensOneSocketOnce() {
    Person member = Person.called("표 한 장");
    String ticket = SocketClient.ticket(ServiceUnderTest.http(), member.token());
    URI address = ServiceUnderTest.socket("/socket?ticket=" + ticket);
    try (SocketClient first = SocketClient.to(address);
        SocketClient second = SocketClient.to(address)) {
      List<SocketClient> both = List.of(first, second);
      await().atMost(PATIENCE).until(() -> both.stream().anyMatch(each -> !each.isOpen()));
      SocketClient refused = first.isOpen() ? second : first;
      SocketClient accepted = first.isOpen() ? first : second;
      assertThat(refused.await("error").getString("code")).isEqualTo("TICKET_INVALID");
      assertThat(refused.awaitClose()).isEqualTo(1008);
      accepted.send("{\"type\":\"ping\"}").await("pong");
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "?ticket=", "?ticket=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?ticket=..%2F*"})
  void withoutAGoodTicketThereIsNoSocket(String query) {
    try (SocketClient nobody = SocketClient.to(ServiceUnderTest.socket("/socket" + query))) {
      nobody.send("{\"type\":\"ping\"}");
      assertThat(nobody.awaitClose()).isEqualTo(1008);
      assertThat(nobody.frames("pong")).isEmpty();
      assertThat(nobody.await("error").getString("code")).isEqualTo("TICKET_INVALID");
    }
  }

  @Test
  void aStrangerNeitherHearsNorWritesNorTypesNorReads() {
    DealRoom deal = DealRoom.open();
    Person stranger = Person.called("낯선이");
    try (SocketClient host = deal.host.socket();
        SocketClient socket = stranger.socket()) {
      host.sync(deal.id, 0).await("synced");
      socket.sync(deal.id, 0);
      assertThat(socket.await("error").getString("code")).isEqualTo("NOT_IN_ROOM");
      assertThat(socket.await("synced").getJsonObject("rooms")).isEmpty();
      socket.say(deal.id, "x", "끼워줘요");
      socket.send("{\"type\":\"typing\",\"roomId\":\"%s\"}".formatted(deal.id));
      socket.send("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":0}".formatted(deal.id));
      await().atMost(PATIENCE).until(() -> socket.frames("error").size() == 4);
      assertThat(socket.frames("error"))
          .extracting(frame -> frame.getString("code"))
          .containsOnly("NOT_IN_ROOM");

      host.say(deal.id, "h", "우리끼리").awaitNumber(deal.id, 1);
      socket.send("{\"type\":\"ping\"}").await("pong");
      assertThat(socket.numbers(deal.id)).isEmpty();
      assertThat(host.frames("typing")).isEmpty();
      assertThat(deal.lastSeq()).isEqualTo(1);
    }
  }

  @Test
  void aForeignPageCannotOpenASocketAndOursCan() {
    Person member = Person.called("쪽");
    String ticket = SocketClient.ticket(ServiceUnderTest.http(), member.token());
    URI address = ServiceUnderTest.socket("/socket?ticket=" + ticket);
    assertThatThrownBy(() -> SocketClient.to(address, "https://evil.example"))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(java.net.http.WebSocketHandshakeException.class)
        .satisfies(
            failure ->
                assertThat(
                        ((java.net.http.WebSocketHandshakeException) failure.getCause())
                            .getResponse()
                            .statusCode())
                    .isEqualTo(403));
    try (SocketClient ours = SocketClient.to(address, ServiceUnderTest.server().toString())) {
      ours.send("{\"type\":\"ping\"}").await("pong");
    }
  }

  // ---- bad input ----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello|MALFORMED_JSON",
        "[]|MALFORMED_JSON",
        "{\"type\":\"send\"|MALFORMED_JSON",
        "{}|UNKNOWN_FRAME",
        "{\"type\":\"shout\"}|UNKNOWN_FRAME",
        "{\"type\":\"send\",\"roomId\":\"x\",\"clientId\":\"a\",\"text\":\"b\"}|VALIDATION_FAILED",
        "{\"type\":\"send\",\"clientId\":\"a\",\"text\":\"b\"}|VALIDATION_FAILED",
        "{\"type\":\"send\",\"roomId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\",\"clientId\":\"a\",\"text\":7}|VALIDATION_FAILED",
        "{\"type\":\"send\",\"roomId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\",\"clientId\":\"a\",\"text\":\" \"}|VALIDATION_FAILED",
        "{\"type\":\"send\",\"roomId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\",\"clientId\":\"a\",\"text\":\"b\"}|ROOM_NOT_FOUND",
        "{\"type\":\"send\",\"roomId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\",\"clientId\":\"a\",\"imageId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\"}|ROOM_NOT_FOUND",
        "{\"type\":\"look\",\"roomId\":7}|VALIDATION_FAILED",
        "{\"type\":\"sync\"}|VALIDATION_FAILED",
        "{\"type\":\"sync\",\"rooms\":{\"x\":1}}|VALIDATION_FAILED",
        "{\"type\":\"read\",\"roomId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\",\"seq\":-1}|VALIDATION_FAILED",
        "{\"type\":\"typing\"}|VALIDATION_FAILED",
        "{\"type\":\"typing\",\"roomId\":\"0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e11\"}|NOT_IN_ROOM"
      })
  void aBadFrameIsAnsweredWithItsCodeAndTheConnectionGoesOn(String frame, String code) {
    try (SocketClient socket = Person.called("서툰이").socket()) {
      socket.send(frame);
      JsonObject error = socket.await("error");
      assertThat(error.getString("code")).isEqualTo(code);
      assertThat(error.toString()).doesNotContain("kr.gonggu").doesNotContain("Exception");
      socket.send("{\"type\":\"ping\"}").await("pong");
    }
  }

  @Test
  void aFrameThatIsTooLargeIsRefusedAndAHugeOneEndsTheConnection() {
    DealRoom deal = DealRoom.open();
    try (SocketClient host = deal.host.socket()) {
      host.say(deal.id, "a", "가".repeat(6_000));
      JsonObject error = host.await("error");
      assertThat(error.getString("code")).isEqualTo("FRAME_TOO_LARGE");
      host.say(deal.id, "ascii", "x".repeat(20_000));
      await().atMost(PATIENCE).until(() -> host.frames("error").size() == 2);
      assertThat(host.frames("error").get(1).getString("code")).isEqualTo("FRAME_TOO_LARGE");
      host.say(deal.id, "b", "괜찮아요").await("ack");
      // Hardly more than is borne: all of it has been read when the connection is closed.
      host.say(deal.id, "c", "x".repeat(66_000));
      assertThat(host.awaitClose()).isEqualTo(1009);
    }
    try (SocketClient host = deal.host.socket()) {
      // What is still on its way to a closed line resets it, which may take the status along.
      host.say(deal.id, "d", "x".repeat(300_000));
      assertThat(host.awaitClose()).isIn(1009, 1006);
    }
    assertThat(deal.lastSeq()).isEqualTo(1);
  }

  @Test
  void whatWaitsComesTogetherToWhoTakesIt() {
    DealRoom deal = DealRoom.open();
    try (SocketClient one = deal.host.socket();
        SocketClient several = SocketClient.takingSeveral(deal.host.token())) {
      for (int i = 0; i < 60; i++) {
        one.say(deal.id, "m" + i, "[\"{말}\"]");
      }
      one.awaitNumber(deal.id, 60);
      several.sync(deal.id, 0).await("synced");
      assertThat(several.numbers(deal.id)).isEqualTo(numbers(1, 60));
      assertThat(several.texts()).isLessThan(40);
      assertThat(one.texts()).isEqualTo(one.frames().size());
    }
  }

  @Test
  void binaryFramesEndTheConnection() {
    try (SocketClient socket = Person.called("이진").socket()) {
      socket.send("{\"type\":\"ping\"}").await("pong");
      socket.sendBinary(new byte[] {1, 2, 3});
      assertThat(socket.await("error").getString("code")).isEqualTo("TEXT_FRAMES_ONLY");
      assertThat(socket.awaitClose()).isEqualTo(1003);
    }
  }

  @Test
  void aReaderThatTakesNothingIsClosedAndHoldsUpNobody() {
    DealRoom deal = DealRoom.open();
    Person slow = deal.join("느린이");
    String ticket = SocketClient.ticket(ServiceUnderTest.http(), slow.token());
    String text = "느".repeat(2_000);
    try (SocketClient host = deal.host.socket();
        SocketClient deaf =
            SocketClient.deaf(ServiceUnderTest.socket("/socket?ticket=" + ticket))) {
      host.sync(deal.id, 1).await("synced");
      int sent = 0;
      while (!ServiceUnderTest.log().contains("Closes a connection of " + slow.id())) {
        assertThat(sent).as("frames until the slow reader is closed").isLessThan(6_000);
        for (int i = 0; i < 50; i++) {
          host.say(deal.id, "m" + sent++, text);
        }
        int expected = sent;
        await().atMost(PATIENCE).until(() -> host.frames("ack").size() == expected);
      }
      host.awaitNumber(deal.id, 1L + sent);
      assertThat(host.numbers(deal.id)).isEqualTo(numbers(2, 1L + sent));
      deaf.read();
      assertThat(deaf.awaitClose()).isIn(1013, 1006);
    }
  }

  @Test
  void manyMessagesOnTheirWayAreEnough() {
    DealRoom deal = DealRoom.open();
    UUID room = deal.id;
    try (SocketClient host = deal.host.socket()) {
      host.sync(room, 0).await("synced");
      IntStream.range(0, 200).forEach(i -> host.say(room, "m" + i, "말"));
      await()
          .atMost(PATIENCE)
          .until(() -> host.frames("ack").size() + host.frames("error").size() == 200);
      assertThat(host.frames("error"))
          .allSatisfy(
              error -> {
                assertThat(error.getString("code")).isEqualTo("TOO_MANY_REQUESTS");
                assertThat(error.getString("clientId")).startsWith("m");
              });
      assertThat(deal.lastSeq()).isEqualTo(host.frames("ack").size());
    }
  }
}
