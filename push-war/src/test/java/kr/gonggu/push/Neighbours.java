package kr.gonggu.push;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.testkit.Contracts;
import kr.gonggu.testkit.ServiceUnderTest;

/** Events as the neighbour services tell them: their own samples with a test's own members. */
final class Neighbours {

  private Neighbours() {}

  /** Tells that a member joined a deal; gives the event's id. */
  static String joined(UUID deal, Person host, Person member) {
    return joined(UuidV7.next().toString(), deal, host, member);
  }

  /** Tells it with a given id, so that it can be told twice. */
  static String joined(String eventId, UUID deal, Person host, Person member) {
    return enrollment(eventId, "EnrollmentConfirmed", deal, host, member);
  }

  /** Tells that a member left a deal. */
  static String left(UUID deal, Person host, Person member) {
    return enrollment(UuidV7.next().toString(), "EnrollmentCancelled", deal, host, member);
  }

  /** Tells that a member has received its goods. */
  static String received(UUID deal, Person host, Person member) {
    return enrollment(UuidV7.next().toString(), "EnrollmentReceived", deal, host, member);
  }

  private static String enrollment(
      String eventId, String type, UUID deal, Person host, Person member) {
    return tell(
        eventId,
        "deal",
        type,
        deal,
        Json.createObjectBuilder()
            .add("dealId", deal.toString())
            .add("hostId", host.id().toString())
            .add("memberId", member.id().toString())
            .add("memberNickname", member.nickname()));
  }

  /** Tells {@code DealFull}, {@code DealCancelled} or {@code DealExpired}. */
  static String deal(String type, UUID deal, Person host, List<Person> participants) {
    return tell(
        UuidV7.next().toString(),
        "deal",
        type,
        deal,
        Json.createObjectBuilder()
            .add("dealId", deal.toString())
            .add("hostId", host.id().toString())
            .add("memberIds", ids(participants)));
  }

  /** Tells that somebody sent money. */
  static String remitted(UUID transfer, Person from, Person to) {
    return tell(
        UuidV7.next().toString(),
        "pay",
        "MoneyRemitted",
        from.id(),
        Json.createObjectBuilder()
            .add("transferId", transfer.toString())
            .add("fromId", from.id().toString())
            .add("fromNickname", from.nickname())
            .add("toId", to.id().toString())
            .add("at", Instant.now().toString()));
  }

  /** Tells that somebody wrote in a room. */
  static String wrote(UUID room, Person sender, List<Person> others) {
    return tell(
        UuidV7.next().toString(),
        "chat",
        "MessageSent",
        room,
        Json.createObjectBuilder()
            .add("roomId", room.toString())
            .add("senderId", sender.id().toString())
            .add("senderNickname", sender.nickname())
            .add("at", Instant.now().toString())
            .add("memberIds", ids(others)));
  }

  /** Tells that somebody wrote in a room that some have in view. */
  static String wrote(UUID room, Person sender, List<Person> others, List<Person> looking) {
    return tell(
        UuidV7.next().toString(),
        "chat",
        "MessageSent",
        room,
        Json.createObjectBuilder()
            .add("roomId", room.toString())
            .add("senderId", sender.id().toString())
            .add("senderNickname", sender.nickname())
            .add("at", Instant.now().toString())
            .add("memberIds", ids(others))
            .add("lookingIds", ids(looking)));
  }

  /** Tells that a deal closes soon. */
  static String closingSoon(UUID deal, Person host, List<Person> participants, Instant deadline) {
    return send(
        "deal",
        "DealClosingSoon",
        deal,
        Json.createObjectBuilder()
            .add("dealId", deal.toString())
            .add("dealTitle", "제주 감귤 10kg 나눠요")
            .add("hostId", host.id().toString())
            .add("memberIds", ids(participants))
            .add("deadline", deadline.toString())
            .add("hoursLeft", 1));
  }

  /** Tells that a host moved a deal on. */
  static String statusChanged(UUID deal, Person host, List<Person> participants) {
    return send(
        "deal",
        "DealStatusChanged",
        deal,
        Json.createObjectBuilder()
            .add("dealId", deal.toString())
            .add("dealTitle", "제주 감귤 10kg 나눠요")
            .add("hostId", host.id().toString())
            .add("from", "ORDERED")
            .add("to", "READY")
            .add("note", "저녁 7시 이후에 오세요")
            .add("memberIds", ids(participants)));
  }

  /** Tells that a deal was opened at a place. */
  static String opened(UUID deal, Person host, String title, double latitude, double longitude) {
    return tell(
        UuidV7.next().toString(),
        "deal",
        "DealOpened",
        deal,
        Json.createObjectBuilder()
            .add("dealId", deal.toString())
            .add("title", title)
            .add("hostId", host.id().toString())
            .add("hostNickname", host.nickname())
            .add("deadline", Instant.now().plusSeconds(86_400).toString())
            .add("keywords", Json.createArrayBuilder())
            .add(
                "pickup",
                Json.createObjectBuilder()
                    .add("latitude", latitude)
                    .add("longitude", longitude)
                    .add("label", "서교동 주민센터 앞")));
  }

  /** Tells where a member lives and what the member waits for. */
  static String waitsFor(
      Person member, double latitude, double longitude, int radiusMeters, String... words) {
    JsonArrayBuilder keywords = Json.createArrayBuilder();
    for (String word : words) {
      keywords.add(word);
    }
    return tell(
        UuidV7.next().toString(),
        "member",
        "MemberChanged",
        member.id(),
        Json.createObjectBuilder()
            .add("memberId", member.id().toString())
            .add("nickname", member.nickname())
            .add("keywords", keywords)
            .add(
                "neighbourhood",
                Json.createObjectBuilder()
                    .add("latitude", latitude)
                    .add("longitude", longitude)
                    .add("label", "마포구 서교동")
                    .add("radiusMeters", radiusMeters)));
  }

  /** Tells that a member has left the market. */
  static String left(Person member) {
    return send(
        "member",
        "MemberLeft",
        member.id(),
        Json.createObjectBuilder()
            .add("memberId", member.id().toString())
            .add("leftAt", Instant.now().toString()));
  }

  /** Tells that a member has another nickname. */
  static String renamed(Person member, String nickname) {
    return tell(
        UuidV7.next().toString(),
        "member",
        "MemberChanged",
        member.id(),
        Json.createObjectBuilder()
            .add("memberId", member.id().toString())
            .add("nickname", nickname));
  }

  private static JsonArrayBuilder ids(List<Person> people) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    people.forEach(person -> ids.add(person.id().toString()));
    return ids;
  }

  private static String tell(
      String eventId, String service, String type, UUID subject, JsonObjectBuilder own) {
    JsonObjectBuilder event = Json.createObjectBuilder(sample(service, type));
    Map<String, jakarta.json.JsonValue> values = own.build();
    values.forEach(event::add);
    return send(eventId, service, type, subject, event);
  }

  private static String send(String service, String type, UUID subject, JsonObjectBuilder event) {
    return send(UuidV7.next().toString(), service, type, subject, event);
  }

  private static String send(
      String eventId, String service, String type, UUID subject, JsonObjectBuilder event) {
    ServiceUnderTest.topic(service + ".events")
        .tell(eventId, "/gonggu/" + service, type, subject.toString(), event.build().toString());
    return eventId;
  }

  private static JsonObject sample(String service, String type) {
    try (JsonReader reader =
        Json.createReader(new StringReader(Contracts.of(service).sample(type)))) {
      return reader.readObject();
    }
  }
}
