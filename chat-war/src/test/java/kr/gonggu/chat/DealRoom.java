package kr.gonggu.chat;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;

/** A deal of a test's own, told by events as the deal service tells them. */
final class DealRoom {

  static final String SOURCE = "/gonggu/deal";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final UUID id = UuidV7.next();
  final String title;
  final Person host;
  private final Topic topic = ServiceUnderTest.topic("deal.events");

  private DealRoom(String title, Person host) {
    this.title = title;
    this.host = host;
  }

  /**
   * Waits until the service says that it is ready: the schema is made while the WAR is up already.
   */
  static void awaitService() {
    Http server = Http.at(ServiceUnderTest.server());
    await().atMost(PATIENCE).until(() -> server.get("/health/ready").status() == 200);
  }

  /** Opens a deal and waits for its room. */
  static DealRoom open() {
    return open(Person.called("주최자"));
  }

  /** Opens a deal of somebody and waits for its room. */
  static DealRoom open(Person host) {
    DealRoom room = new DealRoom("제주 감귤 " + UUID.randomUUID(), host);
    room.tell(
        "DealOpened",
        room.about().add("title", room.title).add("hostNickname", room.host.nickname()).build());
    await().atMost(PATIENCE).until(() -> room.as(room.host).status() == 200);
    return room;
  }

  private JsonObjectBuilder about() {
    return Json.createObjectBuilder()
        .add("dealId", id.toString())
        .add("dealTitle", title)
        .add("hostId", host.id().toString());
  }

  private JsonObjectBuilder aboutAll() {
    return about().add("memberIds", Json.createArrayBuilder());
  }

  /** Tells an event of this deal; gives its id. */
  String tell(String type, JsonObject data) {
    return topic.tell(SOURCE, type, id.toString(), data.toString());
  }

  /** Tells an event of this deal as a whole. */
  void tell(String type) {
    tell(type, aboutAll().build());
  }

  /** Tells that the host has called the deal off. */
  void cancel(String reason) {
    tell("DealCancelled", aboutAll().add("reason", reason).build());
  }

  /** Tells that the host has left the market, and that its deal is off for that. */
  void loseHost() {
    tell("DealCancelled", aboutAll().add("cause", "HOST_LEFT").add("reason", "방장이 탈퇴했어요.").build());
  }

  /** Tells that the host has moved the deal on. */
  void move(String to, String note) {
    tell(
        "DealStatusChanged",
        aboutAll().add("from", "FULL").add("to", to).add("note", note).build());
  }

  /** Tells that the deal has another title and no picture. */
  void retitle(String newTitle) {
    tell("DealChanged", about().add("title", newTitle).build());
  }

  /** Tells that the deal has another title and another first picture. */
  void retitle(String newTitle, UUID imageId) {
    tell("DealChanged", about().add("title", newTitle).add("imageId", imageId.toString()).build());
  }

  /** A member comes in; waits for the notice. */
  Person join(String nickname) {
    Person member = Person.called(nickname);
    admit(member);
    await().atMost(PATIENCE).until(() -> as(member).status() == 200);
    return member;
  }

  /** Members come in, one after the other; waits for the last notice. */
  List<Person> join(int howMany) {
    List<Person> members =
        IntStream.rangeClosed(1, howMany).mapToObj(i -> Person.called("이웃" + i)).toList();
    long last = lastSeq() + howMany;
    members.forEach(this::admit);
    awaitSeq(last);
    return members;
  }

  /** Tells that a member's enrolment was confirmed. */
  String admit(Person member) {
    return tell("EnrollmentConfirmed", enrolment(member));
  }

  /** Tells that a member's enrolment was cancelled. */
  String dismiss(Person member) {
    return tell("EnrollmentCancelled", enrolment(member));
  }

  private JsonObject enrolment(Person member) {
    return about()
        .add("enrollmentId", UuidV7.next().toString())
        .add("memberId", member.id().toString())
        .add("memberNickname", member.nickname())
        .add("quantity", 1)
        .add("amount", 3_000)
        .add("sharesTaken", 2)
        .add("shares", 10)
        .build();
  }

  /** The newest part of the history as a member gets it. */
  Http.Answer as(Person member) {
    return member.http().get("/rooms/" + id + "/messages?limit=100");
  }

  /** Number of the newest entry. */
  long lastSeq() {
    return as(host).json().getJsonNumber("lastSeq").longValue();
  }

  /** Waits until the room has entries up to a number. */
  void awaitSeq(long seq) {
    await().atMost(PATIENCE).until(() -> lastSeq() >= seq);
  }

  /**
   * A member.
   *
   * @param token good for this test run
   */
  record Person(UUID id, String nickname, String token) {

    static Person called(String nickname) {
      UUID id = UuidV7.next();
      return new Person(id, nickname, ServiceUnderTest.tokens().member(id, nickname));
    }

    Http http() {
      return ServiceUnderTest.http().as(token);
    }

    SocketClient socket() {
      return SocketClient.open(token);
    }

    /** This member's entry of a room in the list. */
    JsonObject room(UUID roomId) {
      return http().get("/rooms?limit=100").json().getJsonArray("items").stream()
          .map(item -> (JsonObject) item)
          .filter(item -> item.getString("dealId").equals(roomId.toString()))
          .findFirst()
          .orElseThrow();
    }

    /** Says something over HTTP. */
    Http.Answer say(UUID roomId, String clientId, String text) {
      return http()
          .post(
              "/rooms/" + roomId + "/messages",
              Json.createObjectBuilder()
                  .add("clientId", clientId)
                  .add("text", text)
                  .build()
                  .toString());
    }
  }
}
