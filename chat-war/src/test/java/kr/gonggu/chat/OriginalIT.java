package kr.gonggu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import kr.gonggu.chat.DealRoom.Person;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What chat did in 2022 works, and its defects are absent; one test for each, named after it. That
 * two instances show the same order is tested in {@link TwoInstancesIT}.
 */
@ArquillianTest
class OriginalIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void ready() {
    DealRoom.awaitService();
  }

  @Test
  @DisplayName("row: a room per deal")
  void aRoomPerDeal() {
    Person host = Person.called("주최자");
    DealRoom first = DealRoom.open(host);
    DealRoom second = DealRoom.open(host);

    host.say(first.id, "a", "여기만");

    assertThat(host.room(first.id).getString("title")).isEqualTo(first.title);
    assertThat(host.room(first.id).getInt("lastSeq")).isEqualTo(1);
    assertThat(host.room(second.id).getInt("lastSeq")).isZero();
  }

  @Test
  @DisplayName("row: entry and exit notices")
  void entryAndExitNotices() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("감귤언니");
    deal.dismiss(joiner);
    deal.awaitSeq(2);

    assertThat(items(deal.as(deal.host)))
        .extracting(
            item ->
                item.getString("type")
                    + " "
                    + item.getString("kind")
                    + " "
                    + item.getJsonObject("member").getString("nickname"))
        .containsExactly("notice JOINED 감귤언니", "notice LEFT 감귤언니");
  }

  @Test
  @DisplayName("row: text and image messages")
  void textAndImageMessages() throws IOException {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("사진사");
    Http.Answer kept = joiner.http().upload("/images", "file", "귤.png", "image/png", picture());
    String image = kept.json().getString("id");

    joiner.say(deal.id, "t", "오늘 도착했어요");
    joiner
        .http()
        .post(
            "/rooms/" + deal.id + "/messages",
            "{\"clientId\":\"i\",\"imageId\":\"%s\"}".formatted(image));

    List<JsonObject> messages = messages(deal.as(deal.host));
    assertThat(messages.get(0).getString("text")).isEqualTo("오늘 도착했어요");
    assertThat(messages.get(1).getString("imageId")).isEqualTo(image);
    assertThat(deal.host.http().get("/images/" + image).header("Content-Type"))
        .isEqualTo("image/jpeg");
  }

  @Test
  @DisplayName("row: day dividers; each entry says when it was")
  void eachEntrySaysWhenItWas() {
    Instant before = Instant.now();
    DealRoom deal = DealRoom.open();
    deal.join("감귤언니");
    deal.host.say(deal.id, "a", "안녕하세요");

    assertThat(items(deal.as(deal.host)))
        .hasSize(2)
        .allSatisfy(
            item ->
                assertThat(Instant.parse(item.getString("at")))
                    .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1)));
  }

  @Test
  @DisplayName("row: unread count per room")
  void unreadCountPerRoom() {
    Person host = Person.called("주최자");
    DealRoom first = DealRoom.open(host);
    DealRoom second = DealRoom.open(host);
    Person talker = first.join("말많은이");
    IntStream.range(0, 3).forEach(i -> talker.say(first.id, "m" + i, "말 " + i));

    assertThat(host.room(first.id).getInt("unread")).isEqualTo(3);
    assertThat(host.room(second.id).getInt("unread")).isZero();
    assertThat(talker.room(first.id).getInt("unread")).as("of one's own words").isZero();
  }

  @Test
  @DisplayName("row: only members enter")
  void onlyMembersEnter() {
    DealRoom deal = DealRoom.open();
    Person stranger = Person.called("지나가던이");
    deal.host.say(deal.id, "a", "우리끼리만");

    assertThat(deal.as(stranger).code()).isEqualTo("NOT_IN_ROOM");
    assertThat(stranger.say(deal.id, "b", "저도요").code()).isEqualTo("NOT_IN_ROOM");
    assertThat(items(stranger.http().get("/rooms"))).isEmpty();
    assertThat(deal.lastSeq()).isEqualTo(1);
  }

  @Test
  @DisplayName("defect: no authentication")
  void nobodyChatsWithoutAuthentication() {
    DealRoom deal = DealRoom.open();
    Http nobody = ServiceUnderTest.http();
    String messages = "/rooms/" + deal.id + "/messages";

    assertThat(nobody.get("/rooms").code()).isEqualTo("UNAUTHENTICATED");
    assertThat(nobody.get(messages).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(nobody.post(messages, "{\"clientId\":\"a\",\"text\":\"몰래\"}").code())
        .isEqualTo("UNAUTHENTICATED");
    assertThat(nobody.post("/tickets", null).code()).isEqualTo("UNAUTHENTICATED");
    assertThat(deal.lastSeq()).isZero();
  }

  @Test
  @DisplayName("defect: sender spoofable")
  void theSenderIsWhoseTokenItIs() {
    DealRoom deal = DealRoom.open();
    Person joiner = deal.join("사칭하는이");
    try (SocketClient socket = joiner.socket();
        SocketClient host = deal.host.socket()) {
      host.sync(deal.id, 1).await("synced");
      socket.send(
          """
          {"type":"send","roomId":"%1$s","clientId":"a","text":"내가 주최자예요",
           "senderId":"%2$s","sender":{"id":"%2$s","nickname":"주최자"}}"""
              .formatted(deal.id, deal.host.id()));

      JsonObject sender = host.await("message").getJsonObject("sender");
      assertThat(sender.getString("id")).isEqualTo(joiner.id().toString());
      assertThat(sender.getString("nickname")).isEqualTo("사칭하는이");
    }
  }

  @Test
  @DisplayName("defect: SQL injection")
  void sqlIsTextLikeAnyOther() {
    DealRoom deal = DealRoom.open();
    String attack = "'); DROP TABLE entry; -- \\' OR '1'='1";

    assertThat(deal.host.say(deal.id, "'OR'1'='1", attack).status()).isEqualTo(201);

    assertThat(messages(deal.as(deal.host)).get(0).getString("text")).isEqualTo(attack);
    assertThat(deal.host.http().get("/rooms/" + deal.id + "/messages?before=1%20OR%201=1").status())
        .isIn(400, 404);
    assertThat(items(Person.called("남").http().get("/rooms"))).isEmpty();
  }

  @Test
  @DisplayName("defect: one reader marks the room read for all")
  void oneReaderMarksTheRoomReadForNobodyElse() {
    DealRoom deal = DealRoom.open();
    Person reader = deal.join("읽는이");
    Person other = deal.join("안 읽는이");
    deal.host.say(deal.id, "a", "하나");
    deal.host.say(deal.id, "b", "둘");

    try (SocketClient socket = reader.socket()) {
      socket.sync(deal.id, 4).await("synced");
      socket.send("{\"type\":\"read\",\"roomId\":\"%s\",\"seq\":4}".formatted(deal.id));
      await().atMost(PATIENCE).until(() -> reader.room(deal.id).getInt("unread") == 0);
    }

    assertThat(other.room(deal.id).getInt("unread")).isEqualTo(2);
  }

  @Test
  @DisplayName("defect: whole history each time")
  void theHistoryComesInParts() {
    DealRoom deal = DealRoom.open();
    IntStream.range(0, 30).forEach(i -> deal.host.say(deal.id, "m" + i, "말 " + i));
    String messages = "/rooms/" + deal.id + "/messages";

    assertThat(items(deal.host.http().get(messages))).hasSize(20);
    assertThat(deal.host.http().get(messages + "?limit=101").status()).isEqualTo(400);
    assertThat(items(deal.host.http().get(messages + "?after=28")))
        .as("who has the rest gets what is new")
        .extracting(item -> item.getInt("seq"))
        .containsExactly(29, 30);
  }

  @Test
  @DisplayName("figure: the order stored is the order shown")
  void theOrderStoredIsTheOrderShown() {
    DealRoom deal = DealRoom.open();
    List<Person> senders = deal.join(5);
    try (SocketClient host = deal.host.socket()) {
      host.sync(deal.id, 5).await("synced");
      senders.parallelStream()
          .forEach(
              sender ->
                  IntStream.range(0, 6)
                      .forEach(i -> sender.say(deal.id, UUID.randomUUID().toString(), "말 " + i)));
      host.awaitNumber(deal.id, 35);

      assertThat(
              host.frames("message").stream()
                  .map(frame -> frame.getInt("seq") + frame.getString("clientId")))
          .containsExactlyElementsOf(
              messages(deal.as(deal.host)).stream()
                  .map(item -> item.getInt("seq") + item.getString("clientId"))
                  .toList());
    }
  }

  private static List<JsonObject> items(Http.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> messages(Http.Answer answer) {
    return items(answer).stream().filter(item -> item.getString("type").equals("message")).toList();
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
