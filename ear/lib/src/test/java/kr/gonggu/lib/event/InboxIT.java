package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kr.gonggu.lib.persistence.TestSchema;
import kr.gonggu.lib.service.TestService;
import kr.gonggu.lib.trace.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An event is applied once, on a real MySQL. */
class InboxIT {

  private static final Instant NOW = Instant.parse("2026-11-23T01:02:03.456789Z");

  private final TestSchema schema = TestSchema.empty();
  private final TestService service =
      TestService.silent(schema.dataSource(), Clock.fixed(NOW, ZoneOffset.UTC)).up();
  private final Inbox inbox = service.inbox();

  @AfterEach
  void stop() throws InterruptedException {
    service.close();
  }

  private static IncomingEvent event(String source, String id) {
    return new IncomingEvent(id, "Told", source, "subject", NOW, Trace.fresh(), "{}");
  }

  private boolean accept(IncomingEvent event) {
    return service.callInTransaction(() -> inbox.accept(event));
  }

  @Test
  void anEventIsAcceptedOnce() {
    assertThat(accept(event("/gonggu/deal", "1"))).isTrue();
    assertThat(accept(event("/gonggu/deal", "1"))).isFalse();

    assertThat(schema.value("SELECT received_at FROM inbox"))
        .isEqualTo("2026-11-23 01:02:03.456789");
  }

  @Test
  void theSameIdFromAnotherSourceIsAnotherEvent() {
    assertThat(accept(event("/gonggu/deal", "1"))).isTrue();
    assertThat(accept(event("/gonggu/member", "1"))).isTrue();
    assertThat(accept(event("/gonggu/deal", "2"))).isTrue();
  }

  @Test
  void anEventWhoseEffectFailsWasNotAccepted() {
    assertThatThrownBy(
            () ->
                service.inTransaction(
                    () -> {
                      inbox.accept(event("/gonggu/deal", "1"));
                      throw new IllegalStateException("the effect fails");
                    }))
        .hasMessage("the effect fails");

    assertThat(accept(event("/gonggu/deal", "1"))).isTrue();
  }

  @Test
  void aTwinWaitsUntilTheFirstIsCommittedAndIsNotAccepted() throws Exception {
    CompletableFuture<Boolean> twin = new CompletableFuture<>();
    service.inTransaction(
        () -> {
          inbox.accept(event("/gonggu/deal", "1"));
          service.execute(() -> twin.complete(accept(event("/gonggu/deal", "1"))));
          schema.awaitBlocked("INSERT IGNORE INTO inbox");
        });

    assertThat(twin.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void aTwinOfOneThatFailsIsAccepted() throws Exception {
    CompletableFuture<Boolean> twin = new CompletableFuture<>();
    assertThatThrownBy(
            () ->
                service.inTransaction(
                    () -> {
                      inbox.accept(event("/gonggu/deal", "1"));
                      service.execute(() -> twin.complete(accept(event("/gonggu/deal", "1"))));
                      schema.awaitBlocked("INSERT IGNORE INTO inbox");
                      throw new IllegalStateException("the effect fails");
                    }))
        .hasMessage("the effect fails");

    assertThat(twin.get(10, TimeUnit.SECONDS)).isTrue();
  }
}
