package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kr.gonggu.chat.domain.Background;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.Entries;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Frames;
import kr.gonggu.chat.domain.Listener;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Memberships.ReadMark;
import kr.gonggu.chat.domain.Memberships.Visit;
import kr.gonggu.chat.domain.Peers;
import kr.gonggu.chat.domain.Rooms;
import kr.gonggu.chat.domain.Signal;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * What the open connections of this instance hear, as it happens.
 *
 * <p>An entry that was committed here is delivered here at once and told to the other instances; an
 * entry they tell is delivered here. Telling may fail and lose: a gap in the numbers is filled from
 * the database, and {@link #reconcile} finds what nobody told. So members of one instance see each
 * other's words while the way between instances is down, and the others see them after.
 */
@ApplicationScoped
public class LiveRooms {

  private static final Logger LOG = System.getLogger(LiveRooms.class.getName());

  /** Most gaps are two instances overtaking each other and close within this time. */
  private static final Duration GAP_PATIENCE = Duration.ofMillis(30);

  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final int PART = 200;
  private static final int CHUNK = 500;

  private final ConcurrentMap<UUID, Set<Attendance>> connections = new ConcurrentHashMap<>();
  private final ConcurrentMap<UUID, LiveRoom> live = new ConcurrentHashMap<>();
  private volatile boolean over;

  private final Memberships memberships;
  private final Entries entries;
  private final Rooms rooms;
  private final ReadHistory history;
  private final Frames frames;
  private final Lookers lookers;
  private final Peers peers;
  private final Background background;

  /** For the container's proxy, which never works with it. */
  protected LiveRooms() {
    this(null, null, null, null, null, null, null, null);
  }

  /** Takes the ports that it works with. */
  @Inject
  public LiveRooms(
      Memberships memberships,
      Entries entries,
      Rooms rooms,
      ReadHistory history,
      Frames frames,
      Lookers lookers,
      Peers peers,
      Background background) {
    this.memberships = memberships;
    this.entries = entries;
    this.rooms = rooms;
    this.history = history;
    this.frames = frames;
    this.lookers = lookers;
    this.peers = peers;
    this.background = background;
  }

  // ---- what happens -------------------------------------------------------------------------

  /** Entries of one room were committed on this instance. */
  public void appended(List<EntryView> committed) {
    deliver(committed);
    committed.forEach(entry -> peers.tell(Signal.of(entry)));
  }

  /** A read mark was stored on this instance. */
  void marked(UUID roomId, UUID memberId, long seq) {
    showMark(roomId, memberId, seq);
    peers.tell(Signal.read(roomId, memberId, seq));
  }

  /** Another instance tells something. */
  public void heard(Signal signal) {
    switch (signal.kind()) {
      case ENTRY -> deliver(List.of(signal.entry()));
      case READ -> showMark(signal.roomId(), signal.memberId(), signal.seq());
      case TYPING -> showTyping(signal.roomId(), signal.memberId());
      case LOOK -> {
        if (signal.seq() > 0) {
          lookers.looks(signal.roomId(), signal.memberId());
        } else {
          lookers.looksAway(signal.roomId(), signal.memberId());
        }
      }
    }
  }

  /**
   * @param entries of one room, in order, at least one
   */
  private void deliver(List<EntryView> entries) {
    if (connections.isEmpty()) {
      return;
    }
    EntryView first = entries.get(0);
    LiveRoom room =
        live.computeIfAbsent(
            first.roomId(),
            id -> {
              LiveRoom fresh = room(id, first.seq() - 1, false);
              background.run(() -> findMembers(fresh));
              return fresh;
            });
    if (room.offer(entries)) {
      waitForGap(room);
    }
  }

  /** A gap that is still the same after a while will not close by itself. */
  private void waitForGap(LiveRoom room) {
    if (!room.beginWaiting()) {
      return;
    }
    long before = room.delivered();
    background.runAfter(
        GAP_PATIENCE,
        () -> {
          room.endWaiting();
          if (room.delivered() == before) {
            fill(room);
          } else {
            waitForGap(room);
          }
        });
  }

  private LiveRoom room(UUID id, long delivered, boolean known) {
    return new LiveRoom(id, delivered, known, frames, this::connectionsOf);
  }

  private Collection<Attendance> connectionsOf(UUID memberId) {
    return connections.getOrDefault(memberId, Set.of());
  }

  private void findMembers(LiveRoom room) {
    try {
      List<Visit> visitors = memberships.visitors(room.id());
      if (room.membersAre(visitors)) {
        fill(room);
      }
      visitors.forEach(
          visit ->
              connectionsOf(visit.memberId()).forEach(connection -> bringUp(connection, room)));
    } catch (RuntimeException e) {
      again("find the members of room " + room.id(), e, () -> findMembers(room));
    }
  }

  /** Delivers from the database what was not told. */
  private void fill(LiveRoom room) {
    if (!room.beginFilling()) {
      return;
    }
    boolean more;
    try {
      List<EntryView> missing;
      do {
        missing = entries.after(room.id(), room.delivered(), Long.MAX_VALUE, PART);
        room.offer(missing);
      } while (missing.size() == PART);
      more = !missing.isEmpty();
    } catch (RuntimeException e) {
      room.endFilling();
      again("fill the gap in room " + room.id(), e, () -> fill(room));
      return;
    }
    room.endFilling();
    if (more) {
      // What came meanwhile found the work claimed.
      fill(room);
    }
  }

  private void again(String what, RuntimeException failure, Runnable work) {
    LOG.log(Level.WARNING, "Could not {0}, tries again: {1}", what, failure);
    background.runAfter(RETRY_PAUSE, work);
  }

  private void again(String what, RuntimeException failure, Attendance connection, Runnable work) {
    if (!connection.over()) {
      again(what, failure, work);
    }
  }

  private void showMark(UUID roomId, UUID memberId, long seq) {
    LiveRoom room = live.get(roomId);
    if (room != null) {
      long due = room.read(memberId, seq);
      if (due >= 0) {
        background.runAfter(Duration.ofMillis(due), room::tellMarks);
      }
    }
  }

  private void showTyping(UUID roomId, UUID memberId) {
    LiveRoom room = live.get(roomId);
    if (room != null) {
      room.typing(memberId);
    }
  }

  // ---- who hears it -------------------------------------------------------------------------

  /**
   * A connection was opened; it hears nothing before {@link #release} or {@link #sync}. Reads the
   * database.
   *
   * @throws RuntimeException when the database does not answer; the connection is not taken in
   */
  public Attendance enter(Listener listener) {
    Attendance connection = new Attendance(listener);
    // First in the map, then the query: whoever lets this member in meanwhile finds the connection.
    connections.compute(
        listener.memberId(),
        (id, open) -> {
          Set<Attendance> all = open == null ? ConcurrentHashMap.newKeySet() : open;
          all.add(connection);
          return all;
        });
    try {
      memberships
          .visits(List.of(listener.memberId()))
          .forEach(visit -> attach(connection, visit, visit.lastSeq()));
    } catch (RuntimeException e) {
      leave(connection);
      throw e;
    }
    if (over) {
      listener.dismiss();
    }
    return connection;
  }

  private LiveRoom attach(Attendance connection, Visit visit, long position) {
    // Within compute, so that reconcile() cannot drop the room in between.
    LiveRoom room =
        live.compute(
            visit.roomId(),
            (id, present) -> {
              LiveRoom it = present == null ? room(id, visit.lastSeq(), true) : present;
              it.attach(connection, position);
              return it;
            });
    if (room.hear(visit.lastSeq())) {
      fill(room);
    }
    return room;
  }

  /** The connection was closed. */
  public void leave(Attendance connection) {
    connection.end();
    connections.computeIfPresent(
        connection.memberId(),
        (id, open) -> {
          open.remove(connection);
          return open.isEmpty() ? null : open;
        });
    connection.rooms().forEach(room -> room.detach(connection));
    lookedAway(connection.memberId(), connection.lookAt(null));
  }

  /** Ends the hold: rooms that no catch-up was asked for go on from where they were at opening. */
  public void release(Attendance connection) {
    if (connection.released()) {
      return;
    }
    connection.release();
    connection.rooms().forEach(room -> bringUp(connection, room));
  }

  private void bringUp(Attendance connection, LiveRoom room) {
    int catchUp = room.beginCatchUp(connection);
    if (catchUp > 0 && !room.goLive(connection, catchUp)) {
      background.run(() -> catchUp(connection, room, catchUp, () -> {}));
    }
  }

  /**
   * Sends everything that the client does not have, in order, then says how far it was told. What
   * happens meanwhile follows after. Reads the database.
   *
   * @param from per room the number of the last entry that the client has
   */
  public void sync(Attendance connection, Map<UUID, Long> from) {
    Map<LiveRoom, Integer> begun = new LinkedHashMap<>();
    // All at once before the first is read: nothing live may overtake.
    from.forEach(
        (roomId, seq) -> {
          LiveRoom room = live.get(roomId);
          int catchUp = room == null ? 0 : room.beginCatchUp(connection, seq);
          if (catchUp > 0) {
            begun.put(room, catchUp);
          }
        });
    release(connection);
    findNewest(connection, begun, from);
  }

  private void findNewest(
      Attendance connection, Map<LiveRoom, Integer> begun, Map<UUID, Long> from) {
    Map<UUID, Long> newest;
    try {
      newest = rooms.lastSeqs(begun.keySet().stream().map(LiveRoom::id).toList());
    } catch (RuntimeException e) {
      again("find what is new", e, connection, () -> findNewest(connection, begun, from));
      return;
    }
    begun.forEach(
        (room, catchUp) -> room.notBeyond(connection, catchUp, newest.getOrDefault(room.id(), 0L)));
    Map<UUID, Long> told = new LinkedHashMap<>();
    List<UUID> elsewhere = new ArrayList<>(from.keySet());
    begun.keySet().forEach(room -> elsewhere.remove(room.id()));
    catchUpNext(
        connection,
        begun.entrySet().iterator(),
        newest,
        told,
        elsewhere,
        () -> readElsewhere(connection, elsewhere.iterator(), from, told));
  }

  /** One room after the other. */
  private void catchUpNext(
      Attendance connection,
      Iterator<Map.Entry<LiveRoom, Integer>> begun,
      Map<UUID, Long> newest,
      Map<UUID, Long> told,
      List<UUID> elsewhere,
      Runnable done) {
    while (begun.hasNext()) {
      Map.Entry<LiveRoom, Integer> each = begun.next();
      LiveRoom room = each.getKey();
      if (room.position(connection) < newest.getOrDefault(room.id(), 0L)
          || !room.goLive(connection, each.getValue())) {
        catchUp(
            connection,
            room,
            each.getValue(),
            () -> {
              if (room.hears(connection)) {
                told.put(room.id(), room.position(connection));
              } else {
                // The member left meanwhile: up to that notice the room is still theirs to read.
                elsewhere.add(room.id());
              }
              catchUpNext(connection, begun, newest, told, elsewhere, done);
            });
        return;
      }
      told.put(room.id(), room.position(connection));
    }
    done.run();
  }

  /** Rooms that the member has left, or that are none of theirs: nothing live happens there. */
  private void readElsewhere(
      Attendance connection, Iterator<UUID> elsewhere, Map<UUID, Long> from, Map<UUID, Long> told) {
    if (elsewhere.hasNext()) {
      UUID roomId = elsewhere.next();
      readPart(
          connection,
          roomId,
          from.get(roomId),
          told,
          () -> readElsewhere(connection, elsewhere, from, told));
    } else {
      connection.listener().send(frames.synced(told));
    }
  }

  private void readPart(
      Attendance connection, UUID roomId, long after, Map<UUID, Long> told, Runnable done) {
    try {
      ReadHistory.Part part = history.after(connection.memberId(), roomId, after, PART);
      long position = Math.min(after, part.lastSeq());
      for (EntryView entry : part.entries()) {
        connection.listener().send(frames.entry(entry));
        position = entry.seq();
      }
      told.put(roomId, position);
      if (part.entries().size() == PART) {
        long next = position;
        connection.listener().whenDrained(() -> readPart(connection, roomId, next, told, done));
        return;
      }
    } catch (Refusal refusal) {
      connection.listener().send(frames.error(refusal, roomId, null));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Could not read room {0}: {1}", roomId, e);
      Refusal refusal =
          new Refusal(CommonError.UNAVAILABLE, "The room cannot be read now; sync again.");
      connection.listener().send(frames.error(refusal, roomId, null));
    }
    done.run();
  }

  private void catchUp(Attendance connection, LiveRoom room, int catchUp, Runnable done) {
    try {
      while (true) {
        List<EntryView> part =
            entries.after(room.id(), room.position(connection), Long.MAX_VALUE, PART);
        if (!room.catchUp(connection, catchUp, part)) {
          done.run();
          return;
        }
        if (part.size() == PART) {
          // As fast as the client takes it, so that a long history does not count as not keeping
          // up.
          connection.listener().whenDrained(() -> catchUp(connection, room, catchUp, done));
          return;
        }
        if (room.goLive(connection, catchUp)) {
          done.run();
          return;
        }
      }
    } catch (RuntimeException e) {
      again(
          "catch up in room " + room.id(),
          e,
          connection,
          () -> catchUp(connection, room, catchUp, done));
    }
  }

  /**
   * The member types.
   *
   * @throws Refusal {@code NOT_IN_ROOM}
   */
  public void typing(Attendance connection, UUID roomId) {
    LiveRoom room = live.get(roomId);
    if (room == null || !room.hears(connection)) {
      throw new Refusal(ChatError.NOT_IN_ROOM, "Only those who are in a room are seen typing.");
    }
    room.typing(connection.memberId());
    peers.tell(Signal.typing(roomId, connection.memberId()));
  }

  /**
   * Where a read mark of this connection belongs.
   *
   * @param seq as the client says
   * @throws Refusal {@code NOT_IN_ROOM}
   */
  ReadMark mark(Attendance connection, UUID roomId, long seq) {
    LiveRoom room = live.get(roomId);
    if (room == null || !room.hears(connection)) {
      throw new Refusal(ChatError.NOT_IN_ROOM, "Only those who are in a room have a read mark.");
    }
    return new ReadMark(roomId, connection.memberId(), room.atMost(seq));
  }

  /**
   * The client has a room in view: its member is not to be called there. A room that the member is
   * not in counts as none.
   *
   * @param roomId or null when none
   */
  public void look(Attendance connection, UUID roomId) {
    LiveRoom room = roomId == null ? null : live.get(roomId);
    UUID now = room != null && room.hears(connection) ? roomId : null;
    UUID before = connection.lookAt(now);
    if (before != null && !before.equals(now)) {
      lookedAway(connection.memberId(), before);
    }
    if (now != null) {
      looks(connection.memberId(), now);
    }
  }

  private void looks(UUID memberId, UUID roomId) {
    lookers.looks(roomId, memberId);
    peers.tell(Signal.look(roomId, memberId, true));
  }

  /** Another of the member's devices may look still. */
  private void lookedAway(UUID memberId, UUID roomId) {
    if (roomId != null
        && connectionsOf(memberId).stream()
            .noneMatch(connection -> roomId.equals(connection.lookingAt()))) {
      lookers.looksAway(roomId, memberId);
      peers.tell(Signal.look(roomId, memberId, false));
    }
  }

  /** Says again who looks at what, before it lapses: also for instances that are new. */
  public void renewLooks() {
    lookers.sweep();
    connections.forEach(
        (memberId, open) ->
            open.stream()
                .map(Attendance::lookingAt)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(roomId -> looks(memberId, roomId)));
  }

  // ---- what was not told --------------------------------------------------------------------

  /**
   * Finds entries that nobody told: an instance may end between commit and telling. One query for
   * all rooms that somebody hears here.
   */
  public void reconcile() {
    long idle = System.nanoTime() - IDLE.toNanos();
    live.keySet()
        .forEach(id -> live.computeIfPresent(id, (k, room) -> room.idleSince(idle) ? null : room));
    List<UUID> heard = new ArrayList<>();
    live.values().stream().filter(LiveRoom::heardByAnyone).map(LiveRoom::id).forEach(heard::add);
    chunks(heard)
        .forEach(
            chunk ->
                rooms
                    .lastSeqs(chunk)
                    .forEach(
                        (id, seq) -> {
                          LiveRoom room = live.get(id);
                          if (room != null && room.hear(seq)) {
                            fill(room);
                          }
                        }));
  }

  /** The way between instances was down: also finds the rooms that members came into meanwhile. */
  public void reconcileAll() {
    reconcile();
    for (List<UUID> chunk : chunks(List.copyOf(connections.keySet()))) {
      for (Visit visit : memberships.visits(chunk)) {
        for (Attendance connection : connectionsOf(visit.memberId())) {
          bringUp(connection, attach(connection, visit, visit.joinedSeq() - 1));
        }
      }
    }
  }

  private static <T> List<List<T>> chunks(List<T> all) {
    List<List<T>> chunks = new ArrayList<>();
    for (int i = 0; i < all.size(); i += CHUNK) {
      chunks.add(all.subList(i, Math.min(i + CHUNK, all.size())));
    }
    return chunks;
  }

  /** This instance goes: everyone is told, once, and may come back to another. */
  public void dismissAll() {
    synchronized (connections) {
      if (over) {
        return;
      }
      over = true;
    }
    connections.values().forEach(open -> open.forEach(each -> each.listener().dismiss()));
  }
}
