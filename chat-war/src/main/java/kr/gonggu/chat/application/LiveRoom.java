package kr.gonggu.chat.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import kr.gonggu.chat.domain.EntryKind;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Frames;
import kr.gonggu.chat.domain.Memberships.Visit;

/**
 * A room as the open connections of this instance see it: entries reach each of them in the order
 * of their numbers, none twice and none left out, in whatever order and however often they are
 * heard of here.
 *
 * <p>An entry that comes before its predecessor waits in {@link #parked}; the gap closes by itself
 * or is filled from the database. A connection that catches up is passed over by live entries,
 * since what it reads from the database ends where they begin ({@link #goLive}).
 *
 * <p>Nothing here blocks: {@link kr.gonggu.chat.domain.Listener#send} only queues.
 */
final class LiveRoom {

  /** More than this is fetched from the database rather than kept here. */
  private static final int MOST_PARKED = 500;

  /** Milliseconds between rounds of read marks. */
  private static final long SHORTEST_ROUND = 100;

  private static final long LONGEST_ROUND = 10_000;

  private final UUID id;
  private final Frames frames;
  private final Function<UUID, Collection<Attendance>> connectionsOf;
  private final Map<Attendance, Place> places = new LinkedHashMap<>();
  private final NavigableMap<Long, EntryView> parked = new TreeMap<>();
  private final Map<UUID, Long> marksTold = new HashMap<>();
  private final Map<UUID, Long> marksToTell = new LinkedHashMap<>();
  private long delivered;
  private long heard;
  private boolean known;
  private boolean filling;
  private boolean waiting;
  private int catchUps;
  private long usedAt;

  /** Where a connection is in the room. */
  private static final class Place {
    long position;
    boolean live;
    int catchUp;
  }

  /**
   * @param delivered number of the last entry that is not news any more
   * @param known false when it must first be found out who of the members is connected here
   * @param connectionsOf open connections of a member on this instance
   */
  LiveRoom(
      UUID id,
      long delivered,
      boolean known,
      Frames frames,
      Function<UUID, Collection<Attendance>> connectionsOf) {
    this.id = id;
    this.delivered = delivered;
    this.heard = delivered;
    this.known = known;
    this.frames = frames;
    this.connectionsOf = connectionsOf;
    this.usedAt = System.nanoTime();
  }

  UUID id() {
    return id;
  }

  /**
   * Hears of entries.
   *
   * @return whether something before them is missing
   */
  synchronized boolean offer(List<EntryView> entries) {
    usedAt = System.nanoTime();
    for (EntryView entry : entries) {
      heard = Math.max(heard, entry.seq());
      if (entry.seq() > delivered && parked.size() < MOST_PARKED) {
        parked.put(entry.seq(), entry);
      }
    }
    return deliverParked();
  }

  /**
   * Hears that entries up to a number exist.
   *
   * @return whether some of them are missing here
   */
  synchronized boolean hear(long seq) {
    heard = Math.max(heard, seq);
    return deliverParked();
  }

  /**
   * The members are known: delivery begins. A connection that has not heard the room so far was
   * opened before its member came in, so all since then is news to it.
   *
   * @return whether something is missing here
   */
  synchronized boolean membersAre(Collection<Visit> visitors) {
    for (Visit visit : visitors) {
      connectionsOf
          .apply(visit.memberId())
          .forEach(connection -> attach(connection, visit.joinedSeq() - 1));
    }
    known = true;
    return deliverParked();
  }

  /** Delivers what is in order; true when something is missing before what is left. */
  private boolean deliverParked() {
    if (!known) {
      return false;
    }
    parked.headMap(delivered, true).clear();
    for (List<EntryView> run = nextRun(); !run.isEmpty(); run = nextRun()) {
      deliver(run);
    }
    return heard > delivered;
  }

  /** What comes next for the same connections: who came in begins a run, who left ends one. */
  private List<EntryView> nextRun() {
    List<EntryView> run = new ArrayList<>();
    boolean ends = false;
    while (!ends && !parked.isEmpty() && parked.firstKey() == delivered + run.size() + 1) {
      EntryKind kind = parked.firstEntry().getValue().kind();
      if (kind == EntryKind.JOINED && !run.isEmpty()) {
        break;
      }
      run.add(parked.pollFirstEntry().getValue());
      ends = kind == EntryKind.LEFT;
    }
    return run;
  }

  private void deliver(List<EntryView> run) {
    EntryView first = run.get(0);
    EntryView last = run.get(run.size() - 1);
    if (first.kind() == EntryKind.JOINED) {
      connectionsOf
          .apply(first.member().id())
          .forEach(connection -> attach(connection, first.seq() - 1));
    }
    delivered = last.seq();
    List<String> texts = null;
    for (Map.Entry<Attendance, Place> each : places.entrySet()) {
      Place place = each.getValue();
      if (place.live && place.position < last.seq()) {
        if (texts == null) {
          texts = run.stream().map(frames::entry).toList();
        }
        int known = (int) Math.max(0, place.position - first.seq() + 1);
        place.position = last.seq();
        each.getKey().listener().send(texts.subList(known, texts.size()));
      }
    }
    if (last.kind() == EntryKind.LEFT) {
      // A connection that catches up hears of it there, as the last thing it may see.
      connectionsOf.apply(last.member().id()).forEach(this::detach);
    }
  }

  /** Number after which the database must be asked, when something is missing. */
  synchronized long delivered() {
    return delivered;
  }

  /** Claims the wait for a gap to close by itself; false when there is none or somebody waits. */
  synchronized boolean beginWaiting() {
    if (waiting || !known || heard <= delivered) {
      return false;
    }
    waiting = true;
    return true;
  }

  synchronized void endWaiting() {
    waiting = false;
  }

  /** Claims the work of filling the gap; false when there is none or somebody does it. */
  synchronized boolean beginFilling() {
    if (filling || !known || heard <= delivered) {
      return false;
    }
    filling = true;
    return true;
  }

  synchronized void endFilling() {
    filling = false;
  }

  /**
   * Lets a connection hear this room from after a position; it stays where it is when it hears it
   * already.
   */
  synchronized void attach(Attendance connection, long position) {
    if (connection.over() || places.containsKey(connection)) {
      return;
    }
    Place place = new Place();
    place.position = Math.max(0, position);
    places.put(connection, place);
    // First in the set, then the questions: whoever releases or ends it meanwhile finds this room.
    connection.rooms().add(this);
    place.live = connection.released() && place.position >= delivered;
    if (connection.over()) {
      detach(connection);
    }
  }

  synchronized void detach(Attendance connection) {
    usedAt = System.nanoTime();
    places.remove(connection);
    connection.rooms().remove(this);
  }

  /**
   * Begins a catch-up, which ends every earlier one of this connection.
   *
   * @param position number of the last entry that the client has
   * @return number of the catch-up, 0 when the connection does not hear this room
   */
  synchronized int beginCatchUp(Attendance connection, long position) {
    Place place = places.get(connection);
    if (place == null) {
      return 0;
    }
    place.live = false;
    place.position = position;
    place.catchUp = ++catchUps;
    return place.catchUp;
  }

  /**
   * Begins a catch-up from where the connection is.
   *
   * @return number of the catch-up, 0 when none is needed, one is under way or the connection is
   *     held
   */
  synchronized int beginCatchUp(Attendance connection) {
    Place place = places.get(connection);
    return place == null || place.live || place.catchUp > 0 || !connection.released()
        ? 0
        : beginCatchUp(connection, place.position);
  }

  /** A client cannot have more than there is. */
  synchronized void notBeyond(Attendance connection, int catchUp, long newest) {
    Place place = places.get(connection);
    if (place != null && place.catchUp == catchUp) {
      place.position = Math.min(place.position, newest);
    }
  }

  /** Number of the last entry that the connection was sent; 0 when it does not hear the room. */
  synchronized long position(Attendance connection) {
    Place place = places.get(connection);
    return place == null ? 0 : place.position;
  }

  /**
   * Sends a part of the history, unless the catch-up is over.
   *
   * @return false when the catch-up is over
   */
  synchronized boolean catchUp(Attendance connection, int catchUp, List<EntryView> part) {
    Place place = places.get(connection);
    if (place == null || place.catchUp != catchUp) {
      return false;
    }
    if (!part.isEmpty()) {
      place.position = part.get(part.size() - 1).seq();
      connection.listener().send(part.stream().map(frames::entry).toList());
    }
    return true;
  }

  /**
   * Ends a catch-up when the connection has everything that was delivered to the others.
   *
   * @return false when there is more to read
   */
  synchronized boolean goLive(Attendance connection, int catchUp) {
    Place place = places.get(connection);
    if (place == null || place.catchUp != catchUp) {
      return true;
    }
    if (place.position < delivered) {
      return false;
    }
    place.live = true;
    return true;
  }

  synchronized boolean hears(Attendance connection) {
    return places.containsKey(connection);
  }

  /** Nobody can have read more than there is. */
  synchronized long atMost(long seq) {
    return Math.min(seq, heard);
  }

  /** Tells everyone but the one who types. */
  synchronized void typing(UUID memberId) {
    String frame = frames.typing(id, memberId);
    for (Attendance connection : places.keySet()) {
      if (!connection.memberId().equals(memberId)) {
        connection.listener().send(frame);
      }
    }
  }

  /**
   * Hears of a read mark.
   *
   * @return after how many milliseconds {@link #tellMarks} is due, or -1 when it is due anyway or
   *     there is nothing new
   */
  synchronized long read(UUID memberId, long seq) {
    if (marksTold.getOrDefault(memberId, 0L) >= seq) {
      return -1;
    }
    marksTold.put(memberId, seq);
    boolean first = marksToTell.isEmpty();
    marksToTell.put(memberId, seq);
    // In a room of n everyone's mark goes to everyone: n² frames per round. Rounds become rarer as
    // the room grows, so that marks never crowd out the words: two see each other's at once, ten
    // within half a second.
    return first
        ? Math.min(LONGEST_ROUND, Math.max(SHORTEST_ROUND, 5L * places.size() * places.size()))
        : -1;
  }

  synchronized void tellMarks() {
    List<String> marks = new ArrayList<>();
    marksToTell.forEach((member, seq) -> marks.add(frames.read(id, member, seq)));
    marksToTell.clear();
    for (Attendance connection : places.keySet()) {
      connection.listener().send(marks);
    }
  }

  synchronized boolean heardByAnyone() {
    return !places.isEmpty();
  }

  /** Whether nobody has heard it and nothing has happened in it for a while. */
  synchronized boolean idleSince(long nanoTime) {
    return places.isEmpty() && known && usedAt - nanoTime < 0;
  }
}
