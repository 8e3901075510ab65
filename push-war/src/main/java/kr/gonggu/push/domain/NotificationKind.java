package kr.gonggu.push.domain;

/** What a member can be told. Clients have a sentence for each; a constant is never renamed. */
public enum NotificationKind {
  /** Somebody joined the reader's deal. */
  ENROLLMENT_CONFIRMED,
  /** Somebody took more or fewer shares of the reader's deal. */
  ENROLLMENT_CHANGED,
  /** Somebody left the reader's deal. */
  ENROLLMENT_CANCELLED,
  /** All shares of a deal are taken. */
  DEAL_FULL,
  /** The host called a deal off. */
  DEAL_CANCELLED,
  /** A deal reached its deadline before it was full. */
  DEAL_EXPIRED,
  /** Somebody sent the reader money. */
  MONEY_RECEIVED,
  /** Somebody wrote in a room of the reader's; one unread notification per room, which counts. */
  CHAT_MESSAGE
}
