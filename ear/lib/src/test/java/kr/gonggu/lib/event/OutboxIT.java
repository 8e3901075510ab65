package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.gonggu.lib.persistence.TestSchema;
import kr.gonggu.lib.service.TestService;
import kr.gonggu.lib.trace.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** State and event in one commit, on a real MySQL. */
class OutboxIT {

  /** What is told. */
  public record Joined(int number, String nickname) {}

  private static final Instant NOW = Instant.parse("2026-11-23T01:02:03.456789Z");
  private static final UUID DEAL = UUID.fromString("0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final TestSchema schema = TestSchema.empty();
  private final TestService service = TestService.silent(schema.dataSource(), CLOCK).up();
  private final AtomicInteger woken = new AtomicInteger();

  private final Outbox outbox =
      new Outbox(service.entityManager(), CLOCK, service.transactions(), woken::incrementAndGet);

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  private void changeState() {
    service
        .entityManager()
        .createNativeQuery("INSERT INTO secret (name, value) VALUES ('state', 'x')")
        .executeUpdate();
  }

  @Test
  void anEventCommitsWithTheStateItTellsOf() {
    Trace trace = new Trace("request-1", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    try (Trace.Scope scope = Trace.open(trace)) {
      service.inTransaction(
          () -> {
            changeState();
            outbox.publish("Joined", DEAL, new Joined(3, "귤이웃"));
            assertThat(schema.count("outbox")).as("not before the commit").isZero();
          });
    }

    assertThat(schema.count("secret")).isEqualTo(1);
    assertThat(schema.value("SELECT type FROM outbox")).isEqualTo("Joined");
    assertThat(schema.value("SELECT subject FROM outbox")).isEqualTo(DEAL.toString());
    assertThat(schema.value("SELECT data FROM outbox"))
        .isEqualTo("{\"nickname\":\"귤이웃\",\"number\":3}");
    assertThat(schema.value("SELECT occurred_at FROM outbox"))
        .isEqualTo("2026-11-23 01:02:03.456789");
    assertThat(schema.value("SELECT traceparent FROM outbox")).isEqualTo(trace.traceparent());
    assertThat(schema.value("SELECT request_id FROM outbox")).isEqualTo("request-1");
    assertThat(UUID.fromString(schema.value("SELECT event_id FROM outbox")).version()).isEqualTo(7);
  }

  @Test
  void anEventOfATransactionThatFailsNeverWas() {
    assertThatThrownBy(
            () ->
                service.inTransaction(
                    () -> {
                      changeState();
                      outbox.publish("Joined", DEAL, new Joined(3, "귤이웃"));
                      throw new IllegalStateException("after all, no");
                    }))
        .hasMessage("after all, no");

    assertThat(schema.count("secret")).isZero();
    assertThat(schema.count("outbox")).isZero();
    assertThat(woken).as("nothing to tell").hasValue(0);
  }

  @Test
  void withoutATransactionThereIsNoEvent() {
    assertThatThrownBy(() -> outbox.publish("Joined", DEAL, new Joined(1, "a")))
        .isInstanceOf(IllegalStateException.class);

    assertThat(schema.count("outbox")).isZero();
  }

  @Test
  void manyEventsKeepTheirOrderAndWakeTheRelayOnce() {
    List<Joined> joined =
        IntStream.rangeClosed(1, 13).mapToObj(number -> new Joined(number, "n")).toList();
    service.inTransaction(
        () -> {
          outbox.publishAll("Joined", DEAL, joined);
          outbox.publishAll("Left", DEAL, List.of());
          outbox.publish("Full", DEAL, new Joined(14, "n"));
          assertThat(woken).as("not before the commit").hasValue(0);
        });

    assertThat(
            schema.value(
                "SELECT GROUP_CONCAT(JSON_EXTRACT(data, '$.number') ORDER BY id) FROM outbox"))
        .isEqualTo("1,2,3,4,5,6,7,8,9,10,11,12,13,14");
    assertThat(schema.value("SELECT COUNT(DISTINCT event_id) FROM outbox")).isEqualTo("14");
    assertThat(woken).hasValue(1);
  }

  @Test
  void aCommitWakesTheRelayWhichDoesNotWaitForItsPoll() throws InterruptedException {
    TestSchema schema = TestSchema.empty();
    try (TestService telling = TestService.telling(schema.dataSource(), CLOCK).up()) {
      telling.inTransaction(() -> telling.outbox().publish("Joined", DEAL, new Joined(1, "a")));
      // Now it has nothing to tell, and sleeps for a day unless it is woken.
      await().untilAsserted(() -> assertThat(schema.count("outbox")).isZero());

      telling.inTransaction(() -> telling.outbox().publish("Joined", DEAL, new Joined(2, "b")));

      await().untilAsserted(() -> assertThat(telling.told()).hasSize(2));
      assertThat(telling.told().get(1).getPayload()).isEqualTo("{\"nickname\":\"b\",\"number\":2}");
      await().untilAsserted(() -> assertThat(schema.count("outbox")).isZero());
    }
  }
}
