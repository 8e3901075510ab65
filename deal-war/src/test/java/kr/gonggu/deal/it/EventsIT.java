package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.testkit.Contracts;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told and what is heard, on real Kafka. */
@ArquillianTest
class EventsIT {

  private static final Topic TOLD = ServiceUnderTest.topic("deal.events");
  private static final Topic HEARD = ServiceUnderTest.topic("member.events");

  private final Person host = Person.named("초록마을");
  private final Person neighbour = Person.named("달빛이웃");

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void serviceIsReady() {
    Person.awaitService();
  }

  @Test
  void everythingThatHappensToADealIsToldInOrderAsPromised() {
    String deal = host.open();
    Person other = Person.named("이웃2");
    host.http().with("If-Match", "\"1\"").patch("/deals/" + deal, "{\"title\": \"노지 감귤\"}");
    neighbour.join(deal, 2);
    neighbour.change(deal, 3);
    neighbour.change(deal, 3);
    other.join(deal, 6);
    other.leave(deal);
    host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"품절이에요\"}");

    List<Topic.Event> events = told(deal, 8);

    assertThat(events)
        .extracting(Topic.Event::type)
        .containsExactly(
            "DealOpened",
            "DealChanged",
            "EnrollmentConfirmed",
            "EnrollmentChanged",
            "EnrollmentConfirmed",
            "DealFull",
            "EnrollmentCancelled",
            "DealCancelled");
    Contracts contracts = Contracts.of("deal");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(contracts.violations(event.type(), event.json())).isEmpty();
              assertThat(event.key()).isEqualTo(deal);
              assertThat(event.headers())
                  .containsEntry("ce_specversion", "1.0")
                  .containsEntry("ce_source", "/gonggu/deal")
                  .containsEntry("ce_dataschema", "urn:gonggu:event:" + event.type() + ":v1")
                  .containsKeys("ce_time", "traceparent", "ce_requestid");
            });
    assertThat(events).extracting(Topic.Event::id).doesNotHaveDuplicates();
    JsonObject joined = json(events.get(2));
    assertThat(joined.getString("memberNickname")).isEqualTo("달빛이웃");
    assertThat(joined.getString("dealTitle")).isEqualTo("노지 감귤");
    assertThat(joined.getInt("amount")).isEqualTo(6_000);
    assertThat(joined.getInt("sharesTaken")).isEqualTo(3);
    JsonObject left = json(events.get(6));
    assertThat(left.getInt("quantity")).isEqualTo(6);
    assertThat(left.getInt("sharesTaken")).isEqualTo(4);
    JsonObject cancelled = json(events.get(7));
    assertThat(cancelled.getString("reason")).isEqualTo("품절이에요");
    assertThat(cancelled.getJsonArray("memberIds").toString())
        .isEqualTo("[\"" + neighbour.id() + "\"]");
  }

  @Test
  void theRequestIsFoundAgainInItsEvents() {
    String deal =
        new Person(
                host.id(),
                host.nickname(),
                host.http()
                    .with("X-Request-Id", "from-the-phone-1")
                    .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
            .open();

    Topic.Event opened = told(deal, 1).get(0);
    assertThat(opened.headers()).containsEntry("ce_requestid", "from-the-phone-1");
    assertThat(opened.headers().get("traceparent")).contains("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void refusedRequestsTellNothing() {
    String deal = host.open();
    host.join(deal, 1);
    neighbour.leave(deal);
    neighbour.join(deal, 50);
    neighbour.join(deal, 1);

    assertThat(told(deal, 2))
        .extracting(Topic.Event::type)
        .containsExactly("DealOpened", "EnrollmentConfirmed");
  }

  @Test
  void expiryIsToldOnce() {
    String deal =
        host.open(
                Person.deal(
                    "/deadline", Json.createValue(Instant.now().plusMillis(1200).toString())))
            .getString("id");
    neighbour.join(deal, 2);

    List<Topic.Event> events = told(deal, 3);

    assertThat(events.get(2).type()).isEqualTo("DealExpired");
    assertThat(json(events.get(2)).getJsonArray("memberIds").toString())
        .isEqualTo("[\"" + neighbour.id() + "\"]");
    assertThat(host.view(deal).getInt("version")).as("marked").isEqualTo(2);
  }

  @Test
  void nicknamesAreRightSoonAfterMemberToldThem() {
    String deal = host.open();
    neighbour.join(deal, 1);

    tellName("MemberChanged", host, "푸른마을");
    tellName("MemberChanged", neighbour, "별빛이웃");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(host.view(deal).getJsonObject("host").getString("nickname"))
                  .isEqualTo("푸른마을");
              assertThat(
                      host.http()
                          .get("/deals/" + deal + "/enrollments")
                          .json()
                          .getJsonArray("items")
                          .getJsonObject(0)
                          .getJsonObject("member")
                          .getString("nickname"))
                  .isEqualTo("별빛이웃");
            });
    neighbour.change(deal, 2);
    JsonObject changed = json(told(deal, 3).get(2));
    assertThat(changed.getString("memberNickname"))
        .as("what member told goes before an older token")
        .isEqualTo("별빛이웃");
  }

  @Test
  void whoLeavesTheServiceLeavesItsDealsAndIsNamedNoMore() {
    Person leaver = Person.named("떠나는이");
    String hosted = leaver.open();
    neighbour.join(hosted, 2);
    String joined = host.open();
    leaver.join(joined, 9);
    String ordered = host.open();
    leaver.join(ordered, 9);
    host.move(ordered, "{\"to\": \"ORDERED\"}");
    String id =
        HEARD.tell(
            "/gonggu/member",
            "MemberLeft",
            leaver.id().toString(),
            "{\"memberId\": \"%s\", \"leftAt\": \"%s\"}".formatted(leaver.id(), Instant.now()));

    List<Topic.Event> ended = told(hosted, 3);
    assertThat(ended.get(2).type()).isEqualTo("DealCancelled");
    assertThat(json(ended.get(2)).getJsonArray("memberIds").toString())
        .isEqualTo("[\"" + neighbour.id() + "\"]");
    assertThat(json(ended.get(2)).getString("cause")).isEqualTo("HOST_LEFT");
    JsonObject gone = json(told(joined, 4).get(3));
    assertThat(gone.getString("memberNickname")).isEqualTo("탈퇴한 이웃");
    JsonObject cancelled = host.view(hosted);
    assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
    assertThat(cancelled.getString("cancelCause")).isEqualTo("HOST_LEFT");
    assertThat(cancelled.getJsonObject("host").getString("nickname")).isEqualTo("탈퇴한 이웃");
    assertThat(host.view(joined).getString("status")).as("recruits again").isEqualTo("RECRUITING");
    assertThat(host.view(joined).getInt("sharesTaken")).isEqualTo(1);
    assertThat(host.view(ordered).getInt("sharesTaken")).as("bought already").isEqualTo(10);
    assertThat(
            host.http()
                .get("/deals/" + ordered + "/enrollments")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("member")
                .getString("nickname"))
        .isEqualTo("탈퇴한 이웃");
    assertThat(leaver.join(joined, 1).status())
        .as("its token lives a little longer")
        .isEqualTo(401);
    assertThat(leaver.http().post("/deals", Person.deal().toString()).status()).isEqualTo(401);

    // Told twice, and a name that comes late: nothing changes any more.
    HEARD.tell(id, "/gonggu/member", "MemberLeft", leaver.id().toString(), "{}");
    tellName("MemberChanged", leaver, "떠나는이");
    tellName("MemberChanged", host, "다음이름");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> host.view(joined).getJsonObject("host").getString("nickname").equals("다음이름"));
    assertThat(host.view(hosted).getJsonObject("host").getString("nickname")).isEqualTo("탈퇴한 이웃");
  }

  @Test
  void whatCannotBeProcessedGoesToTheDeadLetterTopicAndTheRestFlowsOn() {
    String id = HEARD.tell("/gonggu/member", "MemberChanged", "x", "{\"memberId\": 12}");
    HEARD.tell("/gonggu/member", "MemberDreamt", "x", "no json at all");
    Person later = Person.named("나중이웃");
    String deal = later.open();
    tellName("MemberJoined", later, "제때이웃");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> later.view(deal).getJsonObject("host").getString("nickname").equals("제때이웃"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                ServiceUnderTest.topic("member.events.dlt").all().stream()
                    .anyMatch(
                        event ->
                            event.id().equals(id)
                                && event
                                    .headers()
                                    .getOrDefault("dead-letter-reason", "")
                                    .contains("MemberEventsConsumer")));
  }

  private static void tellName(String type, Person person, String nickname) {
    HEARD.tell(
        "/gonggu/member",
        type,
        person.id().toString(),
        Json.createObjectBuilder()
            .add("memberId", person.id().toString())
            .add("nickname", nickname)
            .add("somethingNew", UUID.randomUUID().toString())
            .build()
            .toString());
  }

  private static List<Topic.Event> told(String deal, int number) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> TOLD.all().stream().filter(event -> event.subject().equals(deal)).toList(),
            events -> events.size() >= number);
  }

  private static JsonObject json(Topic.Event event) {
    return Json.createReader(new StringReader(event.json())).readObject();
  }
}
