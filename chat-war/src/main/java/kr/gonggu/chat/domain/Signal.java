package kr.gonggu.chat.domain;

import java.util.UUID;

/**
 * Something that open connections on every instance should hear.
 *
 * @param kind what it is
 * @param roomId in which room
 * @param memberId who reads or types; null for an entry
 * @param seq number of the entry, or read up to this number; 0 for typing
 * @param entry null unless an entry
 */
public record Signal(Kind kind, UUID roomId, UUID memberId, long seq, EntryView entry) {

  /** Kinds of signal. */
  public enum Kind {
    ENTRY,
    READ,
    TYPING
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
}
