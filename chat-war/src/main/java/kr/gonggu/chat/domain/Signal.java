package kr.gonggu.chat.domain;

import java.util.UUID;

/**
 * Something that open connections on every instance should hear.
 *
 * @param kind what it is
 * @param roomId in which room
 * @param memberId who reads, types or looks; null for an entry
 * @param seq number of the entry, or read up to this number; 0 for typing; for a look 1 when it
 *     begins or goes on, 0 when it ends
 * @param entry null unless an entry
 */
public record Signal(Kind kind, UUID roomId, UUID memberId, long seq, EntryView entry) {

  /** Kinds of signal. */
  public enum Kind {
    ENTRY,
    READ,
    TYPING,
    LOOK
  }

  /** A stored entry. */
  public static Signal of(EntryView entry) {
    return new Signal(Kind.ENTRY, entry.roomId(), null, entry.seq(), entry);
  }

  /** A stored read mark. */
  public static Signal read(UUID roomId, UUID memberId, long seq) {
    return new Signal(Kind.READ, roomId, memberId, seq, null);
  }

  /** A member types. */
  public static Signal typing(UUID roomId, UUID memberId) {
    return new Signal(Kind.TYPING, roomId, memberId, 0, null);
  }

  /** A member has the room in view, or not any more. */
  public static Signal look(UUID roomId, UUID memberId, boolean looks) {
    return new Signal(Kind.LOOK, roomId, memberId, looks ? 1 : 0, null);
  }
}
