package kr.gonggu.chat.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All rooms. */
public interface Rooms {

  /** Adds a room. */
  void add(Room room);

  /** A room as it is now. */
  Optional<Room> find(UUID id);

  /** A room with its row locked until the transaction ends: the right to make entries. */
  Optional<Room> lock(UUID id);

  /**
   * A member's rooms, those with the newest entries first, in one query.
   *
   * @param before place in the list after which to go on, or null for its beginning
   */
  List<RoomSummary> of(UUID memberId, Place before, int limit);

  /** Numbers of the newest entries; rooms that do not exist are left out. */
  Map<UUID, Long> lastSeqs(Collection<UUID> ids);

  /**
   * A place in a member's list of rooms.
   *
   * @param lastAt {@link Room#lastAt} of the room
   * @param id of the room, which decides between equal times
   */
  record Place(Instant lastAt, UUID id) {}
}
