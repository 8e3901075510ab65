package kr.gonggu.chat.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.chat.domain.Draft;
import kr.gonggu.chat.domain.Entries;
import kr.gonggu.chat.domain.Entry;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Heading;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Room;
import kr.gonggu.chat.domain.RoomSummary;
import kr.gonggu.chat.domain.Rooms;

/** One database for tests of what happens above it: every change is committed at once. */
final class InMemoryChat {

  static final Instant NOW = Instant.parse("2026-11-20T06:30:00Z");

  private final Map<UUID, Room> rooms = new LinkedHashMap<>();
  private final Map<UUID, Map<UUID, Membership>> places = new HashMap<>();
  private final Map<UUID, List<EntryView>> stored = new HashMap<>();
  boolean down;

  Room open(UUID id, UUID host) {
    Room room = Room.open(id, new Heading("감귤", null), host, NOW);
    rooms.put(id, room);
    stored.put(id, new ArrayList<>());
    places.put(id, new LinkedHashMap<>(Map.of(host, Membership.ofHost(room, NOW))));
    return room;
  }

  EntryView admit(UUID roomId, UUID memberId) {
    Room room = rooms.get(roomId);
    Membership place =
        places.get(roomId).computeIfAbsent(memberId, id -> Membership.vacant(room, memberId, NOW));
    return keep(roomId, room.admit(place, NOW).orElseThrow());
  }

  EntryView dismiss(UUID roomId, UUID memberId) {
    return keep(
        roomId, rooms.get(roomId).dismiss(places.get(roomId).get(memberId), NOW).orElseThrow());
  }

  EntryView say(UUID roomId, UUID memberId, String text) {
    Draft draft = new Draft(UUID.randomUUID().toString(), text, null);
    return keep(roomId, rooms.get(roomId).say(places.get(roomId).get(memberId), draft, NOW));
  }

  private EntryView keep(UUID roomId, Entry entry) {
    EntryView view = entry.as("name");
    stored.get(roomId).add(view);
    return view;
  }

  private void mustAnswer() {
    if (down) {
      throw new IllegalStateException("the database does not answer");
    }
  }

  final Rooms asRooms =
      new Rooms() {
        @Override
        public void add(Room room) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Room> find(UUID id) {
          mustAnswer();
          return Optional.ofNullable(rooms.get(id));
        }

        @Override
        public Optional<Room> lock(UUID id) {
          return find(id);
        }

        @Override
        public List<RoomSummary> of(UUID memberId, Place before, int limit) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, Long> lastSeqs(Collection<UUID> ids) {
          mustAnswer();
          Map<UUID, Long> seqs = new HashMap<>();
          ids.forEach(id -> seqs.put(id, rooms.get(id).lastSeq()));
          return seqs;
        }
      };

  final Memberships asMemberships =
      new Memberships() {
        @Override
        public void add(Membership membership) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Membership> find(UUID roomId, UUID memberId) {
          mustAnswer();
          return Optional.ofNullable(places.get(roomId).get(memberId));
        }

        @Override
        public List<Named> places(UUID roomId, Collection<UUID> memberIds) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<UUID> present(UUID roomId) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Visit> visits(Collection<UUID> memberIds) {
          mustAnswer();
          return places.values().stream()
              .flatMap(each -> each.values().stream())
              .filter(place -> place.present() && memberIds.contains(place.memberId()))
              .map(InMemoryChat.this::visit)
              .toList();
        }

        @Override
        public List<ReadMark> marks(UUID roomId) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Visit> visitors(UUID roomId) {
          mustAnswer();
          return places.get(roomId).values().stream()
              .filter(Membership::present)
              .map(InMemoryChat.this::visit)
              .toList();
        }

        @Override
        public void read(Collection<ReadMark> marks) {
          throw new UnsupportedOperationException();
        }
      };

  private Memberships.Visit visit(Membership place) {
    return new Memberships.Visit(
        place.memberId(), place.roomId(), place.joinedSeq(), rooms.get(place.roomId()).lastSeq());
  }

  final Entries asEntries =
      new Entries() {
        @Override
        public void add(Entry entry) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<Entry> known(UUID roomId, Collection<Sent> names) {
          throw new UnsupportedOperationException();
        }

        @Override
        public List<EntryView> after(UUID roomId, long after, long upTo, int limit) {
          mustAnswer();
          return stored.get(roomId).stream()
              .filter(entry -> entry.seq() > after && entry.seq() <= upTo)
              .limit(limit)
              .toList();
        }

        @Override
        public List<EntryView> before(UUID roomId, long before, int limit) {
          throw new UnsupportedOperationException();
        }
      };

  /** The use case over this database. */
  ReadHistory history() {
    ReadHistory history = new ReadHistory();
    history.rooms = asRooms;
    history.memberships = asMemberships;
    history.entries = asEntries;
    return history;
  }
}
