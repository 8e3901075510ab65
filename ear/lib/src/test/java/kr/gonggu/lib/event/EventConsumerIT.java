package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.persistence.TestSchema;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.lib.service.TestService;
import kr.gonggu.lib.trace.Trace;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events are applied once and none is lost, on a real MySQL; the test plays the channel. */
class EventConsumerIT {

  private static final String TRACEPARENT =
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final TestSchema schema = TestSchema.empty();
  private final TestService service =
      TestService.silent(schema.dataSource(), Clock.systemUTC()).up();

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  /** A service's consumer, whose effect each test chooses. */
  private final class DealEventsConsumer extends EventConsumer {

    private final Consumer<IncomingEvent> effect;

    DealEventsConsumer(Consumer<IncomingEvent> effect) {
      this.effect = effect;
    }

    @Override
    protected ServiceRuntime runtime() {
      return service;
    }

    @Override
    protected void handle(IncomingEvent event) {
      effect.accept(event);
    }
  }

  /** What became of a message: acknowledged, or the reason why it goes to the dead-letter topic. */
  private static final class Delivery {

    private static final String ACKNOWLEDGED = "acknowledged";

    private final CompletableFuture<String> fate = new CompletableFuture<>();
    private final Message<String> message;

    Delivery(String id) {
      ConsumerRecord<String, String> record =
          new ConsumerRecord<>("gonggu.deal.events", 0, 0, "s", "{}");
      add(record, "ce_id", id);
      add(record, "ce_type", "EnrollmentConfirmed");
      add(record, "ce_source", "/gonggu/deal");
      add(record, "ce_subject", "s");
      add(record, "ce_time", "2026-11-23T01:02:03Z");
      add(record, "ce_requestid", "request-1");
      add(record, "traceparent", TRACEPARENT);
      message =
          Message.of(
              "{}",
              Metadata.of(new IncomingKafkaRecordMetadata<>(record, "deal-events-in")),
              () -> {
                fate.complete(ACKNOWLEDGED);
                return CompletableFuture.completedFuture(null);
              },
              reason -> {
                fate.complete(reason.getMessage());
                return CompletableFuture.completedFuture(null);
              });
    }

    private static void add(ConsumerRecord<?, ?> record, String name, String value) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String deliver(Delivery delivery, Consumer<IncomingEvent> effect) throws Exception {
    new DealEventsConsumer(effect)
        .receive(delivery.message)
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
    return delivery.fate.getNow("neither acknowledged nor given up");
  }

  private String deliver(String id, Consumer<IncomingEvent> effect) throws Exception {
    return deliver(new Delivery(id), effect);
  }

  private void execute(String sql) {
    service.entityManager().createNativeQuery(sql).executeUpdate();
  }

  private void leaveTrace(IncomingEvent event) {
    execute("INSERT INTO secret (name, value) VALUES ('%s', 'x')".formatted(event.id()));
  }

  @Test
  void anEventTakesEffectAndIsAcknowledged() throws Exception {
    AtomicReference<Trace> trace = new AtomicReference<>();

    String fate =
        deliver(
            "1",
            event -> {
              trace.set(Trace.current());
              leaveTrace(event);
            });

    assertThat(fate).isEqualTo(Delivery.ACKNOWLEDGED);
    assertThat(schema.count("secret")).isEqualTo(1);
    assertThat(schema.value("SELECT event_id FROM inbox")).isEqualTo("1");
    assertThat(trace).as("of the causing request").hasValue(new Trace("request-1", TRACEPARENT));
  }

  @Test
  void aRedeliveryIsAcknowledgedAndChangesNothing() throws Exception {
    AtomicInteger effects = new AtomicInteger();
    deliver("1", event -> effects.incrementAndGet());

    assertThat(deliver("1", event -> effects.incrementAndGet())).isEqualTo(Delivery.ACKNOWLEDGED);

    assertThat(effects).hasValue(1);
  }

  @Test
  void poisonGoesToTheDeadLetterTopicWithItsReasonAndLeavesNothingBehind() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    String fate =
        deliver(
            "1",
            event -> {
              attempts.incrementAndGet();
              leaveTrace(event);
              throw new PoisonEventException("dealId must not be null");
            });

    assertThat(fate).isEqualTo("[DealEventsConsumer] dealId must not be null");
    assertThat(attempts).as("repetition cannot make it right").hasValue(1);
    assertThat(schema.count("secret")).isZero();
    assertThat(schema.count("inbox")).as("an operator can replay it").isZero();
    assertThat(deliver("2", this::leaveTrace)).as("the rest flows on").isEqualTo("acknowledged");
  }

  @Test
  void aRecordThatIsNoCloudEventIsPoisonToo() throws Exception {
    Delivery delivery = new Delivery("1");
    delivery
        .message
        .getMetadata(IncomingKafkaRecordMetadata.class)
        .orElseThrow()
        .getHeaders()
        .remove("ce_type");

    assertThat(deliver(delivery, event -> {}))
        .isEqualTo("[DealEventsConsumer] header ce_type is missing");
  }

  @Test
  void whatARuleRefusesIsPoisonToo() throws Exception {
    String fate =
        deliver(
            "1",
            event -> {
              throw new Refusal(CommonError.CONFLICT, "The deal is over.");
            });

    assertThat(fate).isEqualTo("[DealEventsConsumer] The deal is over.");
  }

  @Test
  void whatFailsEveryTimeIsGivenUpAfterFourAttempts() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    String fate =
        deliver(
            "1",
            event -> {
              attempts.incrementAndGet();
              leaveTrace(event);
              throw new UnsupportedOperationException("not thought of");
            });

    assertThat(fate)
        .isEqualTo("[DealEventsConsumer] java.lang.UnsupportedOperationException: not thought of");
    assertThat(attempts).hasValue(4);
    assertThat(schema.count("secret")).isZero();
  }

  @Test
  void whatFailsAtFirstIsAppliedInTheEnd() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    String fate =
        deliver(
            "1",
            event -> {
              leaveTrace(event);
              if (attempts.incrementAndGet() < 4) {
                throw new UnsupportedOperationException("not yet");
              }
            });

    assertThat(fate).isEqualTo(Delivery.ACKNOWLEDGED);
    assertThat(schema.count("secret")).isEqualTo(1);
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedForLongerAndLongerButNeverGivenUp() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    String fate =
        deliver(
            "1",
            event -> {
              if (attempts.incrementAndGet() <= 9) {
                throw new PersistenceException(new SQLException("Connection refused", "08S01"));
              }
              leaveTrace(event);
            });

    assertThat(fate).isEqualTo(Delivery.ACKNOWLEDGED);
    assertThat(schema.count("secret")).isEqualTo(1);
    assertThat(service.pauses())
        .extracting(Duration::toMillis)
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L, 5000L);
  }

  @Test
  void whileItIsAwayNoAttemptIsUsedUp() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    String fate =
        deliver(
            "1",
            event -> {
              int attempt = attempts.incrementAndGet();
              if (attempt <= 5) {
                throw new PersistenceException(new SQLException("Connection refused", "08S01"));
              }
              if (attempt <= 8) {
                throw new UnsupportedOperationException("three of four");
              }
            });

    assertThat(fate).isEqualTo(Delivery.ACKNOWLEDGED);
  }

  @Test
  void aConnectionThatBreaksUnderTheEffectCostsNothing() throws Exception {
    AtomicInteger attempts = new AtomicInteger();

    String fate =
        deliver(
            "1",
            event -> {
              leaveTrace(event);
              if (attempts.incrementAndGet() == 1) {
                killThisConnection();
                leaveTrace(event);
              }
            });

    assertThat(fate).isEqualTo(Delivery.ACKNOWLEDGED);
    assertThat(attempts).hasValue(2);
    assertThat(schema.count("secret")).isEqualTo(1);
    assertThat(schema.count("inbox")).isEqualTo(1);
  }

  private void killThisConnection() {
    Object own =
        service.entityManager().createNativeQuery("SELECT CONNECTION_ID()").getSingleResult();
    schema.execute("KILL " + own);
  }

  @Test
  void theVictimOfADeadlockIsAppliedAfterTheOther() throws Exception {
    schema.execute("INSERT INTO secret (name, value) VALUES ('a', ''), ('b', '')");
    AtomicInteger attempts = new AtomicInteger();
    CompletableFuture<Void> other = new CompletableFuture<>();
    try (Connection connection = schema.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // The database chooses whoever has changed less.
      for (int row = 0; row < 20; row++) {
        statement.execute(
            "INSERT INTO secret (name, value) VALUES ('other %d', '')".formatted(row));
      }
      statement.execute("UPDATE secret SET value = 'other' WHERE name = 'b'");

      String fate =
          deliver(
              "1",
              event -> {
                execute("UPDATE secret SET value = CONCAT(value, ' mine') WHERE name = 'a'");
                if (attempts.incrementAndGet() == 1) {
                  service.execute(() -> wantToo(connection, statement, other));
                  schema.awaitBlocked("UPDATE secret SET value = ''other''");
                }
                execute("UPDATE secret SET value = CONCAT(value, ' mine') WHERE name = 'b'");
              });

      other.get(20, TimeUnit.SECONDS);
      assertThat(fate).isEqualTo(Delivery.ACKNOWLEDGED);
    }
    assertThat(attempts).hasValueGreaterThan(1);
    assertThat(schema.value("SELECT value FROM secret WHERE name = 'a'")).isEqualTo("other mine");
    assertThat(schema.value("SELECT value FROM secret WHERE name = 'b'")).isEqualTo("other mine");
  }

  private static void wantToo(
      Connection connection, Statement statement, CompletableFuture<Void> done) {
    try {
      statement.execute("UPDATE secret SET value = 'other' WHERE name = 'a'");
      connection.commit();
      done.complete(null);
    } catch (SQLException e) {
      done.completeExceptionally(e);
    }
  }

  @Test
  void whatFailsBecauseTheServiceStopsIsNeitherAcknowledgedNorGivenUp() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    Delivery delivery = new Delivery("1");

    CompletableFuture<Void> received =
        new DealEventsConsumer(
                event -> {
                  attempts.incrementAndGet();
                  service.stop();
                  throw new PersistenceException(new SQLException("Pool is closed", "08003"));
                })
            .receive(delivery.message)
            .toCompletableFuture();
    await().until(() -> attempts.get() > 0);
    service.close();

    assertThat(attempts).hasValue(1);
    assertThat(received).as("comes again with the next start").isNotDone();
    assertThat(delivery.fate).isNotDone();
  }

  @Test
  void whatCameToAServiceThatNeverGotReadyIsNotGivenUpEither() throws Exception {
    Delivery delivery = new Delivery("1");
    try (TestService waiting = TestService.silent(schema.dataSource(), Clock.systemUTC())) {
      CompletableFuture<Void> received =
          new EventConsumer() {
            @Override
            protected ServiceRuntime runtime() {
              return waiting;
            }

            @Override
            protected void handle(IncomingEvent event) {}
          }.receive(delivery.message).toCompletableFuture();

      waiting.stop();

      assertThat(received).isNotDone();
    }
    assertThat(delivery.fate).isNotDone();
  }
}
