package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import kr.gonggu.lib.persistence.TestSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The relay on a real MySQL, with a broker that the test plays. */
class OutboxRelayIT {

  private final TestSchema schema = TestSchema.withTables();
  private final List<OutboxRelay> relays = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @AfterEach
  void stopRelays() throws InterruptedException {
    relays.forEach(OutboxRelay::stop);
    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as("a stopped relay ends").isFalse();
    }
  }

  @Test
  void tellsInOrderAndKeepsNothingThatWasAcknowledged() throws SQLException {
    List<String> told = new CopyOnWriteArrayList<>();
    commit(IntStream.range(0, 450).mapToObj(i -> "event " + i).toList());

    relay(acknowledging(told));

    await().untilAsserted(() -> assertThat(told).hasSize(450));
    assertThat(told).isEqualTo(IntStream.range(0, 450).mapToObj(i -> "event " + i).toList());
    await().untilAsserted(() -> assertThat(waiting()).isZero());
  }

  @Test
  void ofSeveralRelaysOneTells() throws SQLException {
    List<String> told = new CopyOnWriteArrayList<>();
    OutboxRelay first = relay(acknowledging(told));
    OutboxRelay second = relay(acknowledging(told));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      commit(List.of("event " + i));
      all.add("event " + i);
      first.wake();
      second.wake();
    }

    await().untilAsserted(() -> assertThat(waiting()).isZero());

    assertThat(told).as("each once, in order").isEqualTo(all);
  }

  @Test
  void anotherRelayTakesOverWhenTheFirstStops() throws SQLException {
    List<String> told = new CopyOnWriteArrayList<>();
    OutboxRelay first = relay(acknowledging(told));
    commit(List.of("before"));
    await().untilAsserted(() -> assertThat(told).containsExactly("before"));
    relay(acknowledging(told));

    first.stop();
    commit(List.of("after"));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(told).containsExactly("before", "after"));
  }

  @Test
  void whatOtherInstancesCommitIsSeenWithoutBeingWoken() throws SQLException {
    List<String> told = new CopyOnWriteArrayList<>();
    commit(List.of("first"));
    relay(acknowledging(told));
    await().untilAsserted(() -> assertThat(waiting()).isZero());

    commit(List.of("another instance's"));

    await().untilAsserted(() -> assertThat(told).containsExactly("first", "another instance's"));
  }

  @Test
  void anIdleRelayTellsAtOnceWhenItIsWoken() throws SQLException {
    List<String> told = new CopyOnWriteArrayList<>();
    commit(List.of("first"));
    OutboxRelay relay = relay(acknowledging(told), Duration.ofDays(1));
    await().untilAsserted(() -> assertThat(waiting()).isZero());

    commit(List.of("second"));
    relay.wake();

    await().untilAsserted(() -> assertThat(told).containsExactly("first", "second"));
  }

  @Test
  void whatTheBrokerRefusesStaysAndIsToldAgainWithAllAfterIt() throws SQLException {
    List<String> told = new CopyOnWriteArrayList<>();
    AtomicBoolean refuse = new AtomicBoolean(true);
    commit(List.of("a", "b", "c"));

    relay(
        event -> {
          if (event.data().equals("b") && refuse.get()) {
            return CompletableFuture.failedFuture(new IllegalStateException("broker says no"));
          }
          told.add(event.data());
          return CompletableFuture.completedFuture(null);
        });

    await().untilAsserted(() -> assertThat(waiting()).as("b and c wait").isEqualTo(2));
    refuse.set(false);
    await().untilAsserted(() -> assertThat(waiting()).isZero());
    assertThat(told.subList(told.size() - 2, told.size())).containsExactly("b", "c");
    assertThat(told.get(0)).isEqualTo("a");
  }

  @Test
  void anUnansweredEventIsNotGivenUp() throws SQLException {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    commit(List.of("slow"));

    relay(event -> answer);

    await()
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(waiting()).isEqualTo(1));
    answer.complete(null);
    await().untilAsserted(() -> assertThat(waiting()).isZero());
  }

  private static Function<OutgoingEvent, CompletionStage<Void>> acknowledging(List<String> told) {
    return event -> {
      told.add(event.data());
      return CompletableFuture.completedFuture(null);
    };
  }

  private OutboxRelay relay(Function<OutgoingEvent, CompletionStage<Void>> channel) {
    return relay(channel, OutboxRelay.IDLE_POLL);
  }

  private OutboxRelay relay(
      Function<OutgoingEvent, CompletionStage<Void>> channel, Duration idlePoll) {
    OutboxRelay relay = new OutboxRelay(schema.dataSource(), channel, idlePoll);
    Thread thread = new Thread(relay, "relay");
    thread.start();
    relays.add(relay);
    threads.add(thread);
    return relay;
  }

  private void commit(List<String> data) throws SQLException {
    try (Connection connection = schema.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO outbox (event_id, type, subject, data, occurred_at, traceparent,"
                    + " request_id) VALUES (?, 'Told', 's', ?, UTC_TIMESTAMP(6), ?, 'r')")) {
      for (String text : data) {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, text);
        insert.setString(3, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private long waiting() {
    return schema.count("outbox");
  }
}
