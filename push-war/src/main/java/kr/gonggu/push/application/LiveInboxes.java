package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.gonggu.push.domain.Background;
import kr.gonggu.push.domain.Listener;
import kr.gonggu.push.domain.Mailbox;

/**
 * The streams that are open on this instance.
 *
 * <p>Whoever changes an inbox only wakes its member here. One worker at a time then reads, for all
 * that were woken meanwhile, what their clients do not have, and hands it on: in the order of the
 * ids, nothing twice, and with the more members per query the busier it is.
 */
@ApplicationScoped
public class LiveInboxes {

  private static final Logger LOG = System.getLogger(LiveInboxes.class.getName());

  /** Streams of one member on one instance: tabs and devices. */
  static final int MOST_PER_MEMBER = 8;

  /** Notifications per stream and turn. */
  static final int PART = 100;

  private static final int MEMBERS_PER_TURN = 200;
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<UUID, Deque<OpenStream>> streams = new ConcurrentHashMap<>();
  private final Set<UUID> woken = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile boolean over;

  private Background background;
  private FollowInboxes inboxes;
  private Clock clock;

  /** For the container's proxy. */
  protected LiveInboxes() {}

  @Inject
  LiveInboxes(Background background, FollowInboxes inboxes, Clock clock) {
    this.background = background;
    this.inboxes = inboxes;
    this.clock = clock;
  }

  /**
   * A client opened a stream: it is told the unread count, and everything after what it has. A
   * member's oldest stream ends when there are too many, since a phone that lost its network leaves
   * streams behind whose end nobody notices.
   *
   * @param lastSeen id of the last notification that the client has, or null
   */
  public void open(Listener listener, UUID lastSeen) {
    OpenStream stream = new OpenStream(listener, inboxes.begin(listener.memberId(), lastSeen));
    List<OpenStream> tooMany = new ArrayList<>();
    streams.compute(
        listener.memberId(),
        (member, open) -> {
          Deque<OpenStream> all = open == null ? new ArrayDeque<>() : new ArrayDeque<>(open);
          all.add(stream);
          while (all.size() > MOST_PER_MEMBER) {
            tooMany.add(all.remove());
          }
          return all;
        });
    tooMany.forEach(this::dismiss);
    if (over) {
      close(stream);
    } else {
      wake(List.of(listener.memberId()));
    }
  }

  /** Inboxes have changed. Never blocks. */
  public void wake(Collection<UUID> members) {
    boolean anyone = false;
    for (UUID member : members) {
      // Most members who are told something have no stream open, or have it elsewhere.
      anyone |= streams.containsKey(member) && woken.add(member);
    }
    if (anyone) {
      work();
    }
  }

  /**
   * To be called about every 20 s: keeps the lines alive, ends those that are stuck, gone or no
   * longer entitled, and finds what nobody told this instance.
   */
  public void beat() {
    Instant now = clock.instant();
    for (Deque<OpenStream> all : streams.values()) {
      for (OpenStream stream : all) {
        if (stream.stuckSince(now.minus(PATIENCE)) || !stream.listener().entitled()) {
          close(stream);
        } else if (stream.beginBeat(now)) {
          finish(stream, stream.listener().beat(), false);
        }
      }
    }
    wakeAll();
  }

  /** Inboxes of anybody may have changed without a word. */
  public void wakeAll() {
    wake(streams.keySet());
  }

  /** This instance goes: clients come back to another. */
  public void dismissAll() {
    over = true;
    streams.values().forEach(all -> all.forEach(this::close));
  }

  /** How many streams are open. */
  public int size() {
    return streams.values().stream().mapToInt(Deque::size).sum();
  }

  private void work() {
    if (working.compareAndSet(false, true)) {
      background.run(this::turns);
    }
  }

  private void turns() {
    boolean failed = false;
    try {
      while (!failed && !woken.isEmpty()) {
        failed = !turn(someWoken());
      }
    } finally {
      working.set(false);
    }
    if (failed) {
      background.runAfter(RETRY_PAUSE, this::work);
    } else if (!woken.isEmpty()) {
      work();
    }
  }

  private List<UUID> someWoken() {
    List<UUID> some = new ArrayList<>();
    Iterator<UUID> each = woken.iterator();
    while (each.hasNext() && some.size() < MEMBERS_PER_TURN) {
      some.add(each.next());
      // Before the database is asked: who is woken from now on gets another turn.
      each.remove();
    }
    return some;
  }

  private boolean turn(List<UUID> members) {
    List<OpenStream> ready = new ArrayList<>();
    Map<UUID, UUID> after = new HashMap<>();
    Instant now = clock.instant();
    for (UUID member : members) {
      for (OpenStream stream : streams.getOrDefault(member, new ArrayDeque<>())) {
        if (stream.begin(now)) {
          ready.add(stream);
          after.merge(
              member, stream.position(), (one, other) -> Mailbox.isAfter(one, other) ? other : one);
        }
      }
    }
    if (ready.isEmpty()) {
      return true;
    }
    Map<UUID, FollowInboxes.News> next;
    try {
      next = inboxes.next(after, PART);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Open streams wait for the database: {0}", e.toString());
      ready.forEach(OpenStream::done);
      woken.addAll(members);
      return false;
    }
    for (OpenStream stream : ready) {
      FollowInboxes.News news = next.get(stream.memberId());
      finish(stream, stream.tell(news), news.news().size() == PART);
    }
    return true;
  }

  private void finish(OpenStream stream, CompletionStage<Void> sent, boolean more) {
    if (sent == null) {
      done(stream, more);
      return;
    }
    sent.whenComplete(
        (nothing, failure) -> {
          if (failure != null) {
            LOG.log(Level.DEBUG, "A stream is gone: {0}", failure.toString());
            close(stream);
          } else {
            done(stream, more);
          }
        });
  }

  private void done(OpenStream stream, boolean more) {
    if (stream.done() || more) {
      wake(List.of(stream.memberId()));
    }
  }

  private void close(OpenStream stream) {
    streams.computeIfPresent(
        stream.memberId(),
        (member, open) -> {
          Deque<OpenStream> others = new ArrayDeque<>(open);
          others.remove(stream);
          return others.isEmpty() ? null : others;
        });
    dismiss(stream);
  }

  private void dismiss(OpenStream stream) {
    stream.end();
    stream.listener().dismiss();
  }
}
