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
