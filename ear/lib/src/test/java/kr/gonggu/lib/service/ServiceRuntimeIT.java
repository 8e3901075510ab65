package kr.gonggu.lib.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import kr.gonggu.lib.persistence.TestSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a service begins, works and ends, on a real MySQL. */
class ServiceRuntimeIT {

  private final TestSchema schema = TestSchema.empty();
  private final AtomicBoolean away = new AtomicBoolean();
  private final DataSource dataSource = mock(DataSource.class);

  @BeforeEach
  void connect() throws SQLException {
    when(dataSource.getConnection())
        .thenAnswer(
            call -> {
              if (away.get()) {
                throw new SQLException("Connection refused", "08S01");
              }
              return schema.dataSource().getConnection();
            });
  }

  @Test
  void aServiceWaitsForItsDatabaseAndSaysSo() throws Exception {
    away.set(true);
    try (TestService service = TestService.silent(dataSource, Clock.systemUTC())) {
      assertThat(service.waitingFor()).contains("start");
      service.start();
      CompletableFuture<Void> work = service.runWhenReady(() -> {}).toCompletableFuture();
      await().until(() -> !service.pauses().isEmpty());
      assertThat(service.waitingFor()).contains("database");
      assertThat(service.started()).isFalse();
      assertThat(work).isNotDone();

      away.set(false);

      work.get(20, TimeUnit.SECONDS);
      assertThat(service.started()).isTrue();
      assertThat(service.waitingFor()).isEmpty();
      assertThat(schema.count("outbox")).as("its schema is current").isZero();
    }
  }

  @Test
  void aDatabaseThatGoesMakesAServiceUnreadyButNotUnstarted() throws Exception {
    try (TestService service = TestService.silent(dataSource, Clock.systemUTC()).up()) {
      away.set(true);

      assertThat(service.waitingFor()).contains("database");
      assertThat(service.started()).isTrue();
    }
  }

  @Test
  void aServiceThatStillWaitsCanBeStopped() throws Exception {
    away.set(true);
    TestService service = TestService.silent(dataSource, Clock.systemUTC());
    service.start();
    CompletableFuture<Void> work = service.runWhenReady(() -> {}).toCompletableFuture();
    await().until(() -> !service.pauses().isEmpty());

    service.close();

    assertThat(work).isCompletedExceptionally();
    assertThat(service.started()).isFalse();
    assertThat(service.stopping()).isTrue();
  }

  @Test
  void aServiceThatStopsEndsItsRelayAndItsPauses() throws Exception {
    TestService service = TestService.telling(dataSource, Clock.systemUTC()).up();
    assertThat(service.pause(Duration.ofDays(1))).as("goes on").isFalse();
    assertThat(service.startedThreads()).allMatch(Thread::isAlive);

    service.close();

    assertThat(service.startedThreads()).isNotEmpty().noneMatch(Thread::isAlive);
    assertThat(service.pause(Duration.ofDays(1))).as("is stopping").isTrue();
  }

  @Test
  void aServiceThatTellsNothingForgetsWhatIsOldToo() throws Exception {
    TestService.silent(dataSource, Clock.systemUTC()).up().close();
    schema.execute(
        "INSERT INTO inbox (source, event_id, received_at) VALUES ('s', 'e', '2020-01-01')");

    TestService again = TestService.silent(dataSource, Clock.systemUTC()).up();

    await().untilAsserted(() -> assertThat(schema.count("inbox")).isZero());
    again.close();
  }

  @Test
  void workIsCommittedOrUndone() throws Exception {
    try (TestService service = TestService.silent(dataSource, Clock.systemUTC()).up()) {
      String answer =
          service.callInTransaction(
              () -> {
                insert(service, "kept");
                return "done";
              });
      assertThatThrownBy(
              () ->
                  service.inTransaction(
                      () -> {
                        insert(service, "undone");
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThatThrownBy(
              () ->
                  service.inTransaction(
                      () -> {
                        insert(service, "not committed");
                        service.transactions().setRollbackOnly();
                      }))
          .isInstanceOf(TransactionFailedException.class);

      assertThat(answer).isEqualTo("done");
      assertThat(schema.value("SELECT GROUP_CONCAT(name) FROM secret")).isEqualTo("kept");
    }
  }

  private static void insert(TestService service, String name) {
    service
        .entityManager()
        .createNativeQuery("INSERT INTO secret (name, value) VALUES ('%s', 'x')".formatted(name))
        .executeUpdate();
  }
}
