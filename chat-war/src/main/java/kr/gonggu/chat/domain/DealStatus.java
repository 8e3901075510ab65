package kr.gonggu.chat.domain;

/** How far the room's deal is, as the deal service tells it. */
public enum DealStatus {
  RECRUITING,
  FULL,
  ORDERED,
  READY,
  COMPLETED,
  CANCELLED,
  EXPIRED;

  /** Whether nothing more is to be agreed on: the room can be read but not written in. */
  public boolean endsTalk() {
    return this == CANCELLED || this == EXPIRED;
  }
}
