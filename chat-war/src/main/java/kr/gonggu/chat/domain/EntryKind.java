package kr.gonggu.chat.domain;

/** What a numbered entry of a room is. */
public enum EntryKind {
  /** A member's words or picture. */
  MESSAGE,
  /** Notice: a member came in. */
  JOINED,
  /** Notice: a member left. */
  LEFT,
  /** Notice: the deal moved on. */
  STATUS
}
