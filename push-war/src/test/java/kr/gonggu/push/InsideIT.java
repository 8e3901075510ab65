package kr.gonggu.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.lib.trace.Trace;
import kr.gonggu.push.application.Announce;
import kr.gonggu.push.application.CountUnread;
import kr.gonggu.push.application.FollowInboxes;
import kr.gonggu.push.application.LiveInboxes;
import kr.gonggu.push.application.MarkRead;
import kr.gonggu.push.application.ReadInbox;
import kr.gonggu.push.application.TidyInboxes;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.DealRef;
import kr.gonggu.push.domain.Listener;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Neighbour;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Runs inside the server: what commits together, and in which order it is seen. */
@ArquillianTest
class InsideIT {

  @Inject ServiceRuntime runtime;
  @Inject Announce announce;
  @Inject ReadInbox readInbox;
  @Inject CountUnread countUnread;
  @Inject FollowInboxes followInboxes;
  @Inject LiveInboxes live;
  @Inject MarkRead markRead;
  @Inject TidyInboxes tidyInboxes;

  private final UUID member = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final DealRef deal = new DealRef(UUID.randomUUID(), "제주 감귤");

  @Deployment
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @Test
  void theEventAndItsNotificationAreRememberedTogetherOrNotAtAll() throws Exception {
    ready();
    IncomingEvent event = event();
    assertThrows(
        IllegalStateException.class,
        () ->
            runtime.inTransaction(
                () -> {
                  assertTrue(runtime.inbox().accept(event));
                  announce.announce(full(List.of(member)));
                  throw new IllegalStateException("after the notification was stored");
                }));
    assertEquals(0, countUnread.of(member));

    runtime.inTransaction(
        () -> {
          assertTrue(runtime.inbox().accept(event), "it was not applied before");
          announce.announce(full(List.of(member)));
        });
    runtime.inTransaction(() -> assertFalse(runtime.inbox().accept(event), "it was"));
    assertEquals(1, countUnread.of(member));
  }

  @Test
  void nothingIsSeenLiveBeforeItIsDurable() throws Exception {
    ready();
    Ear ear = new Ear(member, 1);
    live.open(ear, null);
    assertThrows(
        IllegalStateException.class,
        () ->
            runtime.inTransaction(
                () -> {
                  announce.announce(full(List.of(member)));
                  throw new IllegalStateException("rolled back");
                }));
    live.wake(List.of(member));
    runtime.inTransaction(() -> announce.announce(full(List.of(member))));

    assertTrue(ear.heard.await(10, TimeUnit.SECONDS));
    assertEquals(ids(readInbox.before(member, null, 10)), ear.ids);
    ear.entitled = false;
  }

  /**
   * Several instances announce to the same members at once, in both orders. Nobody blocks anybody
   * for good, and who follows by the last id that it saw misses nothing: an id that can be seen is
   * never followed by a smaller one.
   */
  @Test
  void whoFollowsTheIdsMissesNothingHoweverManyAnnounceAtOnce() throws Exception {
    ready();
    int threads = 6;
    int each = 40;
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      List<UUID> recipients = t % 2 == 0 ? List.of(member, other) : List.of(other, member);
      runtime.execute(
          () -> {
            try {
              IntStream.range(0, each).forEach(i -> announce.announce(full(recipients)));
            } catch (RuntimeException e) {
              failures.add(e);
            } finally {
              done.countDown();
            }
          });
    }

    List<UUID> followed = new ArrayList<>();
    UUID position = Mailbox.NONE;
    boolean over = false;
    while (true) {
      boolean last = over;
      List<Notification> news =
          followInboxes.next(Map.of(member, position), 100).get(member).news();
      for (Notification told : news) {
        followed.add(told.id());
        position = told.id();
      }
      if (last && news.isEmpty()) {
        break;
      }
      over = done.getCount() == 0;
    }

    assertEquals(List.of(), failures);
    assertEquals(threads * each, new HashSet<>(followed).size());
    assertEquals(threads * each, followed.size());
    assertEquals(threads * each, countUnread.of(other));
  }

  @Test
  void aWholeRoomIsToldInOneAnnouncement() throws Exception {
    ready();
    List<UUID> room = IntStream.range(0, 500).mapToObj(i -> UUID.randomUUID()).toList();
    Neighbour sender = new Neighbour(UUID.randomUUID(), "감귤언니");

    for (int i = 0; i < 3; i++) {
      announce.announce(Announcement.messageSent(deal, sender, room, Instant.now()));
    }

    for (UUID each : room) {
      List<Notification> inbox = readInbox.before(each, null, 10);
      assertEquals(1, inbox.size());
      assertEquals(3, inbox.get(0).occurrences());
    }
  }

  @Test
  void whatWasReadIsKeptForNinetyDaysAndTheRestForTwiceAsLong() throws Exception {
    ready();
    announce.announce(full(List.of(member, other)));
    announce.announce(full(List.of(member, other)));
    UUID read = readInbox.before(member, null, 10).get(1).id();
    markRead.upTo(member, read);
    Instant told = Instant.now();

    tidyAll(told.plus(TidyInboxes.KEPT_READ).minusSeconds(60));
    assertEquals(2, readInbox.before(member, null, 10).size());

    tidyAll(told.plus(TidyInboxes.KEPT_READ).plusSeconds(60));
    assertEquals(1, readInbox.before(member, null, 10).size());
    assertFalse(ids(readInbox.before(member, null, 10)).contains(read));
    assertEquals(2, countUnread.of(other));

    tidyAll(told.plus(TidyInboxes.KEPT_UNREAD).plusSeconds(60));
    assertEquals(List.of(), readInbox.before(member, null, 10));
    assertEquals(0, countUnread.of(other));
  }

  @Test
  void instancesThatTidyAtOnceDoNotStandInEachOthersWay() throws Exception {
    ready();
    List<UUID> many = IntStream.range(0, 250).mapToObj(i -> UUID.randomUUID()).toList();
    announce.announce(full(many));
    Instant later = Instant.now().plus(TidyInboxes.KEPT_UNREAD).plusSeconds(60);

    CompletableFuture<Void> first = later(() -> tidyAll(later));
    CompletableFuture<Void> second = later(() -> tidyAll(later));
    announce.announce(full(many));

    CompletableFuture.allOf(first, second).get(60, TimeUnit.SECONDS);
    tidyAll(later);
    for (UUID each : many) {
      assertEquals(0, countUnread.of(each));
    }
  }

  private CompletableFuture<Void> later(Runnable work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    runtime.execute(
        () -> {
          try {
            work.run();
            done.complete(null);
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    return done;
  }

  private void tidyAll(Instant now) {
    Optional<UUID> last = Optional.empty();
    do {
      last = tidyInboxes.tidy(last.orElse(null), now);
    } while (last.isPresent());
  }

  private Announcement full(List<UUID> recipients) {
    return Announcement.full(deal, recipients.get(0), recipients, Instant.now());
  }

  private static IncomingEvent event() {
    return new IncomingEvent(
        UUID.randomUUID().toString(),
        "DealFull",
        "/gonggu/deal",
        "s",
        Instant.now(),
        Trace.fresh(),
        "{}");
  }

  private static List<UUID> ids(List<Notification> inbox) {
    return inbox.stream().map(told -> told.id()).toList();
  }

  private void ready() throws Exception {
    CompletableFuture<Void> ready = runtime.runWhenReady(() -> {}).toCompletableFuture();
    ready.get(60, TimeUnit.SECONDS);
  }

  /** A stream that notes what it is told. */
  private static final class Ear implements Listener {

    private final UUID memberId;
    private final CountDownLatch heard;
    private final List<UUID> ids = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean entitled = true;

    Ear(UUID memberId, int expected) {
      this.memberId = memberId;
      this.heard = new CountDownLatch(expected);
    }

    @Override
    public UUID memberId() {
      return memberId;
    }

    @Override
    public CompletionStage<Void> tell(List<Notification> news, Long unread) {
      ids.addAll(ids(news));
      news.forEach(each -> heard.countDown());
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> beat() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean entitled() {
      return entitled;
    }

    @Override
    public void dismiss() {}
  }
}
