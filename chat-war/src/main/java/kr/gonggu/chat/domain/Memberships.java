package kr.gonggu.chat.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All places in rooms. */
public interface Memberships {

  /** Adds a place. */
  void add(Membership membership);

  /** A member's place in a room. */
  Optional<Membership> find(UUID roomId, UUID memberId);

  /** The places of these members in a room, as far as they have one, and present nicknames. */
  List<Named> places(UUID roomId, Collection<UUID> memberIds);

  /** Ids of those who are in a room now. */
  List<UUID> present(UUID roomId);

  /** The rooms that these members are in now. */
  List<Visit> visits(Collection<UUID> memberIds);

  /** Who is in a room now. */
  List<Visit> visitors(UUID roomId);

  /** How far everybody who is in a room now has read. */
  List<ReadMark> marks(UUID roomId);

  /**
   * Moves read marks forward, never back. A mark at a number that does not exist, or of a member
   * without a place in the room, changes nothing.
   */
  void read(Collection<ReadMark> marks);

  /**
   * A place and the nickname of who has it.
   *
   * @param membership the place
   * @param nickname present nickname
   */
  record Named(Membership membership, String nickname) {}

  /**
   * A member is in a room.
   *
   * @param memberId who
   * @param roomId where
   * @param joinedSeq number of the notice of having come in, 0 for the host
   * @param lastSeq number of the room's newest entry
   */
  record Visit(UUID memberId, UUID roomId, long joinedSeq, long lastSeq) {}

  /**
   * How far a member has read.
   *
   * @param roomId where
   * @param memberId who
   * @param seq up to this number
   */
  record ReadMark(UUID roomId, UUID memberId, long seq) {}
}
