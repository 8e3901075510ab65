package kr.gonggu.push.domain;

import java.time.Duration;

/**
 * What a member can be told. Clients have a sentence for each; a constant is never renamed.
 *
 * <p>Each says how Web Push carries it (RFC 8030): how urgent it is (section 5.3), for how long a
 * device that is off may still be told (section 5.2), and what a newer one takes the place of
 * (section 5.4).
 */
public enum NotificationKind {
  /** Somebody joined the reader's deal. */
  ENROLLMENT_CONFIRMED(Urgency.NORMAL, Duration.ofDays(1), Topic.NONE),
  /** Somebody took more or fewer shares of the reader's deal. */
  ENROLLMENT_CHANGED(Urgency.LOW, Duration.ofDays(1), Topic.NONE),
  /** Somebody left the reader's deal. */
  ENROLLMENT_CANCELLED(Urgency.NORMAL, Duration.ofDays(1), Topic.NONE),
  /** Somebody has received the goods of the reader's deal. */
  ENROLLMENT_RECEIVED(Urgency.LOW, Duration.ofDays(3), Topic.NONE),
  /** All shares of a deal are taken. */
  DEAL_FULL(Urgency.NORMAL, Duration.ofDays(3), Topic.DEAL),
  /** The host called a deal off. */
  DEAL_CANCELLED(Urgency.HIGH, Duration.ofDays(3), Topic.DEAL),
  /** A deal reached its deadline before it was full. */
  DEAL_EXPIRED(Urgency.NORMAL, Duration.ofDays(3), Topic.DEAL),
  /** A deal reaches its deadline soon; of no use after it. */
  DEAL_CLOSING_SOON(Urgency.HIGH, Duration.ofDays(1), Topic.DEAL),
  /** The host moved a deal on: ordered, ready, completed. */
  DEAL_STATUS_CHANGED(Urgency.HIGH, Duration.ofDays(3), Topic.DEAL),
  /** Somebody sent the reader money. Quiet hours do not hold it back. */
  MONEY_RECEIVED(Urgency.HIGH, Duration.ofDays(7), Topic.NONE),
  /** Somebody wrote in a room of the reader's; one unread notification per room, which counts. */
  CHAT_MESSAGE(Urgency.NORMAL, Duration.ofDays(1), Topic.ROOM),
  /** Somebody opened a deal near the reader with a word that the reader waits for. */
  KEYWORD_MATCHED(Urgency.LOW, Duration.ofHours(12), Topic.NONE);

  /** How soon a device should be woken for it (RFC 8030, section 5.3). */
  public enum Urgency {
    LOW,
    NORMAL,
    HIGH
  }

  /** What a newer push of the same topic takes the place of (RFC 8030, section 5.4). */
  public enum Topic {
    /** Nothing: each counts. */
    NONE,
    /** What became of a deal: only its present state matters to a device that was off. */
    DEAL,
    /** Messages of a room: the newest counts them all. */
    ROOM
  }

  private final Urgency urgency;
  private final Duration timeToLive;
  private final Topic topic;

  NotificationKind(Urgency urgency, Duration timeToLive, Topic topic) {
    this.urgency = urgency;
    this.timeToLive = timeToLive;
    this.topic = topic;
  }

  /** How soon a device should be woken for it. */
  public Urgency urgency() {
    return urgency;
  }

  /** For how long a push is worth delivering. */
  public Duration timeToLive() {
    return timeToLive;
  }

  /** What a newer one takes the place of. */
  public Topic topic() {
    return topic;
  }

  /** Whether it reaches the member at night, too: money does. */
  public boolean passesQuietHours() {
    return this == MONEY_RECEIVED;
  }
}
