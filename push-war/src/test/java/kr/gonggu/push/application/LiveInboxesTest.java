package kr.gonggu.push.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.push.domain.Background;
import kr.gonggu.push.domain.Listener;
import kr.gonggu.push.domain.Notification;
import org.junit.jupiter.api.Test;

class LiveInboxesTest {

  private final UUID member = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final InMemoryInboxes inboxes = new InMemoryInboxes();
  private final Steps steps = new Steps();
  private final Time time = new Time();
  private final LiveInboxes live = new LiveInboxes(steps, follow(inboxes), time);

  @Test
  void aNewStreamIsToldTheCountAndNothingOfThePast() {
    inboxes.tell(member);
    Client client = new Client(member);

    live.open(client, null);
    steps.run();

    assertThat(client.ids).isEmpty();
    assertThat(client.counts).containsExactly(1L);
  }

  @Test
  void aStreamThatComesBackIsToldWhatItMissedInOrder() {
    UUID seen = inboxes.tell(member);
    UUID second = inboxes.tell(member);
    UUID third = inboxes.tell(member);
    inboxes.tell(other);
    Client client = new Client(member);

    live.open(client, seen);
    steps.run();

    assertThat(client.ids).containsExactly(second, third);
    assertThat(client.counts).containsExactly(3L);
  }

  @Test
  void anIdFromTheFutureKeepsNothingBack() {
    inboxes.tell(member);
    Client client = new Client(member);
    live.open(client, UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff"));
    steps.run();

    UUID news = inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();

    assertThat(client.ids).containsExactly(news);
  }

  @Test
  void everyDeviceOfAMemberIsToldAndNobodyElse() {
    Client phone = opened(member);
    Client desktop = opened(member);
    Client stranger = opened(other);

    UUID news = inboxes.tell(member);
    live.wake(List.of(member, other));
    steps.run();

    assertThat(phone.ids).containsExactly(news);
    assertThat(desktop.ids).containsExactly(news);
    assertThat(stranger.ids).isEmpty();
  }

  @Test
  void nothingIsToldTwiceHoweverOftenItIsAnnounced() {
    Client client = opened(member);

    UUID news = inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();
    live.wake(List.of(member));
    live.wakeAll();
    steps.run();

    assertThat(client.ids).containsExactly(news);
    assertThat(client.counts).containsExactly(0L, 1L);
  }

  @Test
  void whatHappensWhileTheClientIsSlowFollowsWhenItHasTakenTheRest() {
    Client client = opened(member);
    CompletableFuture<Void> slow = client.takesLater();
    UUID first = inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();
    UUID second = inboxes.tell(member);
    UUID third = inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();

    assertThat(client.ids).containsExactly(first);

    slow.complete(null);
    steps.run();

    assertThat(client.ids).containsExactly(first, second, third);
  }

  @Test
  void aSlowClientHoldsUpNobody() {
    Client slow = opened(member);
    CompletableFuture<Void> never = slow.takesLater();
    Client quick = opened(member);
    inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();

    inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();

    assertThat(never).isNotDone();
    assertThat(slow.ids).hasSize(1);
    assertThat(quick.ids).hasSize(2);
  }

  @Test
  void aLongAbsenceIsToldInParts() {
    UUID seen = inboxes.tell(member);
    List<UUID> missed =
        IntStream.range(0, 2 * LiveInboxes.PART + 1).mapToObj(i -> inboxes.tell(member)).toList();
    Client client = new Client(member);

    live.open(client, seen);
    steps.run();

    assertThat(client.ids).isEqualTo(missed);
    assertThat(client.longestPart).isEqualTo(LiveInboxes.PART);
  }

  @Test
  void manyMembersCostOneQuery() {
    List<Client> clients = IntStream.range(0, 50).mapToObj(i -> opened(UUID.randomUUID())).toList();
    clients.forEach(client -> inboxes.tell(client.memberId()));
    int before = inboxes.queries();

    live.wake(clients.stream().map(Client::memberId).toList());
    steps.run();

    assertThat(inboxes.queries()).isEqualTo(before + 1);
    assertThat(clients).allSatisfy(client -> assertThat(client.ids).hasSize(1));
  }

  @Test
  void whoHasNoStreamCostsNothing() {
    live.wake(List.of(member));
    steps.run();

    assertThat(inboxes.queries()).isZero();
  }

  @Test
  void theOldestStreamOfAMemberEndsWhenThereAreTooMany() {
    Client oldest = opened(member);
    Client stranger = opened(other);
    for (int i = 0; i < LiveInboxes.MOST_PER_MEMBER; i++) {
      opened(member);
    }

    assertThat(oldest.dismissed).isTrue();
    assertThat(stranger.dismissed).isFalse();
    assertThat(live.size()).isEqualTo(LiveInboxes.MOST_PER_MEMBER + 1);
  }

  @Test
  void aStreamThatIsGoneIsForgotten() {
    Client gone = opened(member);
    Client present = opened(member);
    gone.breaks();
    UUID news = inboxes.tell(member);

    live.wake(List.of(member));
    steps.run();

    assertThat(gone.dismissed).isTrue();
    assertThat(present.ids).containsExactly(news);
    assertThat(live.size()).isEqualTo(1);
  }

  @Test
  void aHeartbeatFindsStreamsThatAreGone() {
    Client gone = opened(member);
    Client present = opened(other);
    gone.breaks();

    live.beat();
    steps.run();

    assertThat(gone.dismissed).isTrue();
    assertThat(present.beats).isEqualTo(1);
    assertThat(live.size()).isEqualTo(1);
  }

  @Test
  void aClientThatTakesNothingIsDismissedAfterAWhile() {
    Client stuck = opened(member);
    CompletableFuture<Void> never = stuck.takesLater();
    inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();

    time.pass(LiveInboxes.PATIENCE);
    live.beat();
    assertThat(stuck.dismissed).isFalse();
    assertThat(stuck.beats).as("nothing is sent into what is being sent").isZero();

    time.pass(Duration.ofSeconds(1));
    live.beat();
    assertThat(stuck.dismissed).isTrue();
    assertThat(never).isNotDone();
  }

  @Test
  void aStreamEndsWithItsAccessToken() {
    Client client = opened(member);
    client.entitled = false;

    live.beat();
    steps.run();

    assertThat(client.dismissed).isTrue();
    assertThat(live.size()).isZero();
  }

  @Test
  void aHeartbeatFindsWhatNobodyAnnounced() {
    Client client = opened(member);
    UUID unannounced = inboxes.tell(member);

    live.beat();
    steps.run();

    assertThat(client.ids).containsExactly(unannounced);
  }

  @Test
  void theDatabaseGoesAndComesBackAndNothingIsLost() {
    Client client = opened(member);
    inboxes.fail(new IllegalStateException("away"));
    UUID news = inboxes.tell(member);
    live.wake(List.of(member));
    steps.run();

    assertThat(client.ids).isEmpty();

    inboxes.mend();
    steps.runPlanned();

    assertThat(client.ids).containsExactly(news);
  }

  @Test
  void everybodyIsSentAwayWhenTheInstanceGoes() {
    Client client = opened(member);

    live.dismissAll();
    Client late = opened(other);

    assertThat(client.dismissed).isTrue();
    assertThat(late.dismissed).isTrue();
    assertThat(live.size()).isZero();
  }

  private Client opened(UUID of) {
    Client client = new Client(of);
    live.open(client, null);
    steps.run();
    return client;
  }

  private static FollowInboxes follow(InMemoryInboxes inboxes) {
    FollowInboxes follow = new FollowInboxes();
    follow.mailboxes = inboxes;
    follow.notifications = inboxes;
    return follow;
  }

  /** Passes when the test says so. */
  private static final class Time extends Clock {

    private Instant now = Instant.parse("2026-11-20T06:30:00Z");

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Background work, done when the test says so. */
  private static final class Steps implements Background {

    private final Deque<Runnable> soon = new ArrayDeque<>();
    private final Deque<Runnable> planned = new ArrayDeque<>();

    @Override
    public void run(Runnable work) {
      soon.add(work);
    }

    @Override
    public void runAfter(Duration delay, Runnable work) {
      planned.add(work);
    }

    void run() {
      while (!soon.isEmpty()) {
        soon.remove().run();
      }
    }

    void runPlanned() {
      while (!planned.isEmpty()) {
        planned.remove().run();
      }
      run();
    }
  }

  /** A client that notes what it is told. */
  private static final class Client implements Listener {

    private final UUID memberId;
    private final List<UUID> ids = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private CompletableFuture<Void> takes = CompletableFuture.completedFuture(null);
    private boolean entitled = true;
    private boolean dismissed;
    private int beats;
    private int longestPart;

    Client(UUID memberId) {
      this.memberId = memberId;
    }

    CompletableFuture<Void> takesLater() {
      takes = new CompletableFuture<>();
      return takes;
    }

    void breaks() {
      takes = CompletableFuture.failedFuture(new IllegalStateException("closed " + UuidV7.next()));
    }

    @Override
    public UUID memberId() {
      return memberId;
    }

    @Override
    public CompletionStage<Void> tell(List<Notification> news, Long unread) {
      news.forEach(told -> ids.add(told.id()));
      longestPart = Math.max(longestPart, news.size());
      if (unread != null) {
        counts.add(unread);
      }
      return takes;
    }

    @Override
    public CompletionStage<Void> beat() {
      beats++;
      return takes;
    }

    @Override
    public boolean entitled() {
      return entitled;
    }

    @Override
    public void dismiss() {
      dismissed = true;
    }
  }
}
