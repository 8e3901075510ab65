package kr.gonggu.chat.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Frames;
import kr.gonggu.chat.domain.Listener;
import kr.gonggu.chat.domain.Peers;
import kr.gonggu.chat.domain.Signal;
import kr.gonggu.lib.error.Refusal;

/**
 * One instance for tests: its live rooms, work that waits until the test lets it run, in an order
 * that the test's dice decide, and what it told the other instances.
 */
final class Hub {

  final List<Signal> told = new ArrayList<>();
  final LiveRooms rooms;
  final Lookers lookers = new Lookers();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Random dice;

  Hub(InMemoryChat chat, Random dice) {
    this.dice = dice;
    rooms =
        new LiveRooms(
            chat.asMemberships,
            chat.asEntries,
            chat.asRooms,
            chat.history(),
            new PlainFrames(),
            lookers,
            new Peers() {
              @Override
              public void tell(Signal signal) {
                told.add(signal);
              }

              @Override
              public boolean reachable() {
                return true;
              }
            },
            new Background() {
              @Override
              public void run(Runnable work) {
                waiting.add(work);
              }

              @Override
              public void runAfter(Duration delay, Runnable work) {
                waiting.add(work);
              }
            });
  }

  /** Runs one piece of waiting work, any of it; false when there is none. */
  boolean step() {
    if (waiting.isEmpty()) {
      return false;
    }
    waiting.remove(dice.nextInt(waiting.size())).run();
    return true;
  }

  /** Runs everything that waits, and what comes of it. */
  void settle() {
    while (step()) {
      // Each step may add work.
    }
  }

  /** A connection that hears live from now on. */
  Client connect(UUID memberId) {
    Client client = open(memberId);
    rooms.release(client.attendance);
    return client;
  }

  /** A connection that is held. */
  Client open(UUID memberId) {
    Client client = new Client(memberId);
    client.attendance = rooms.enter(client);
    return client;
  }

  /** A connection that remembers what it was sent. */
  final class Client implements Listener {
    final List<String> frames = new ArrayList<>();
    private final UUID memberId;
    Attendance attendance;
    boolean dismissed;

    Client(UUID memberId) {
      this.memberId = memberId;
    }

    @Override
    public UUID memberId() {
      return memberId;
    }

    @Override
    public void send(String frame) {
      frames.add(frame);
    }

    @Override
    public void whenDrained(Runnable work) {
      waiting.add(work);
    }

    @Override
    public void dismiss() {
      dismissed = true;
    }

    /** The instance it is connected to. */
    Hub hub() {
      return Hub.this;
    }

    /** Numbers of the entries of a room in the order in which they came. */
    List<Long> heard(UUID roomId) {
      String prefix = "entry " + roomId + " ";
      return frames.stream()
          .filter(frame -> frame.startsWith(prefix))
          .map(frame -> Long.valueOf(frame.substring(prefix.length())))
          .toList();
    }
  }

  /** Frames that a test can read. */
  private static final class PlainFrames implements Frames {
    @Override
    public String entry(EntryView entry) {
      return "entry " + entry.roomId() + " " + entry.seq();
    }

    @Override
    public String typing(UUID roomId, UUID memberId) {
      return "typing " + roomId + " " + memberId;
    }

    @Override
    public String read(UUID roomId, UUID memberId, long seq) {
      return "read " + roomId + " " + memberId + " " + seq;
    }

    @Override
    public String synced(Map<UUID, Long> rooms) {
      return "synced " + new TreeMap<>(rooms);
    }

    @Override
    public String error(Refusal refusal, UUID roomId, String clientId) {
      return "error " + refusal.code().name() + " " + roomId;
    }
  }
}
