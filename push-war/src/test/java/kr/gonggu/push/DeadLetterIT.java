package kr.gonggu.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events that cannot be processed: never lost, never in the way. */
@ArquillianTest
class DeadLetterIT {

  private final Person host = Person.called("초록마을");
  private final Person joiner = Person.called("달빛이웃");
  private final UUID deal = UuidV7.next();
  private final Topic events = ServiceUnderTest.topic("deal.events");
  private final Topic dead = ServiceUnderTest.topic("deal.events.dlt");

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void awaitService() {
    Person.awaitService();
  }

  @Test
  void anEventWithoutWhatIsNeededIsSetAsideWithTheReasonAndTheRestFlowsOn() {
    Neighbours.joined(deal, host, joiner);
    String poison = poison("{\"dealId\":\"" + deal + "\",\"dealTitle\":\"감귤\"}");
    Neighbours.left(deal, host, joiner);

    // Same deal, same partition: what comes after the poison has overtaken nothing.
    assertThat(host.inbox(2)).hasSize(2);
    Topic.Event letter = awaitLetter(poison);
    assertThat(letter.headers().get("dead-letter-reason"))
        .startsWith("[DealEventsConsumer]")
        .contains("hostId");
    assertThat(letter.headers())
        .containsEntry("ce_type", "EnrollmentConfirmed")
        .containsEntry("dead-letter-topic", events.name())
        .containsKeys("dead-letter-partition", "dead-letter-offset", "traceparent");
    assertThat(letter.key()).isEqualTo(deal.toString());
    assertThat(letter.json()).contains("감귤");
  }

  @Test
  void whatIsNoJsonIsSetAside() {
    String poison = poison("달빛이웃님이 참여했어요");
    Neighbours.joined(deal, host, joiner);

    assertThat(host.inbox(1)).hasSize(1);
    assertThat(awaitLetter(poison).headers().get("dead-letter-reason")).contains("bind");
  }

  @Test
  void aMemberListWithNobodyInItIsSetAside() {
    String poison = UuidV7.next().toString();
    events.tell(
        poison,
        "/gonggu/deal",
        "DealFull",
        deal.toString(),
        """
        {"dealId":"%s","dealTitle":"감귤","hostId":"%s","memberIds":[null]}
        """
            .formatted(deal, host.id()));
    Neighbours.joined(deal, host, joiner);

    assertThat(host.inbox(1)).hasSize(1);
    assertThat(awaitLetter(poison).headers().get("dead-letter-reason")).contains("memberIds");
  }

  /** What never came from a service of ours: no CloudEvents attributes, no value. */
  @Test
  void whatIsNoEventAtAllIsSetAside() {
    ProducerRecord<String, String> bare =
        new ProducerRecord<>(events.name(), deal.toString(), "{}");
    ProducerRecord<String, String> empty =
        new ProducerRecord<>(events.name(), deal.toString(), null);
    empty.headers().add("ce_id", "x".getBytes(StandardCharsets.UTF_8));
    events.tellRaw(bare);
    events.tellRaw(empty);
    Neighbours.joined(deal, host, joiner);

    assertThat(host.inbox(1)).hasSize(1);
    List<String> reasons =
        await()
            .atMost(Person.PATIENCE)
            .until(
                () ->
                    dead.all().stream()
                        .filter(letter -> deal.toString().equals(letter.key()))
                        .map(letter -> letter.headers().get("dead-letter-reason"))
                        .toList(),
                found -> found.size() == 2);
    assertThat(reasons.get(0)).contains("ce_id is missing");
    assertThat(reasons.get(1)).contains("empty");
  }

  /** The database refuses it every time: after some attempts it is out of the way. */
  @Test
  void whatTheDatabaseNeverTakesIsSetAside() {
    String poison = UuidV7.next().toString();
    Neighbours.joined(poison, deal, host, new Person(UuidV7.next(), "이".repeat(200)));
    Neighbours.joined(deal, host, joiner);

    assertThat(host.inbox(1)).hasSize(1);
    assertThat(awaitLetter(poison).headers().get("dead-letter-reason")).contains("nickname");
    assertThat(host.inbox()).hasSize(1);
  }

  private String poison(String json) {
    String id = UuidV7.next().toString();
    events.tell(id, "/gonggu/deal", "EnrollmentConfirmed", deal.toString(), json);
    return id;
  }

  private Topic.Event awaitLetter(String eventId) {
    return await()
        .atMost(Person.PATIENCE)
        .until(
            () -> dead.all().stream().filter(letter -> letter.id().equals(eventId)).toList(),
            letters -> letters.size() == 1)
        .get(0);
  }
}
