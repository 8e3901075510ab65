package kr.gonggu.push.domain;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * One thing that one member was told.
 *
 * <p>Life: added unread by {@link Notifications#add}. While it is unread, a further announcement
 * with the same collapse key takes its place: one more occurrence, the newest facts, and a new id,
 * so that it moves to the top and whoever follows the ids learns of it. Read once, it never changes
 * again.
 */
@Entity
@Table(name = "notification")
@SqlResultSetMapping(
    name = "Notification.told",
    entities = @EntityResult(entityClass = Notification.class),
    columns = @ColumnResult(name = "nickname", type = String.class))
public class Notification {

  // Every column is named: a native query's columns are found by their exact names.
  @Id
  @Column(name = "id")
  @Convert(converter = UuidColumn.class)
  private UUID id;

  @Column(name = "member_id")
  @Convert(converter = UuidColumn.class)
  private UUID memberId;

  @Column(name = "kind")
  @Enumerated(EnumType.STRING)
  private NotificationKind kind;

  @Column(name = "actor_id")
  @Convert(converter = UuidColumn.class)
  private UUID actorId;

  @Column(name = "facts")
  @Convert(converter = FactsColumn.class)
  private Facts facts;

  @Column(name = "deal_id")
  @Convert(converter = UuidColumn.class)
  private UUID dealId;

  @Column(name = "room_id")
  @Convert(converter = UuidColumn.class)
  private UUID roomId;

  @Column(name = "transfer_id")
  @Convert(converter = UuidColumn.class)
  private UUID transferId;

  @Column(name = "occurrences")
  private int occurrences;

  @Column(name = "at")
  private Instant at;

  @Column(name = "read_at")
  private Instant readAt;

  /** For JPA. */
  protected Notification() {}

  /** UUIDv7; of one member's notifications the later has the greater. */
  public UUID id() {
    return id;
  }

  /** Who is told. */
  public UUID memberId() {
    return memberId;
  }

  /** What it is. */
  public NotificationKind kind() {
    return kind;
  }

  /** Whose doing it was, or null. */
  public UUID actorId() {
    return actorId;
  }

  /** What the sentence is made of. */
  public Facts facts() {
    return facts;
  }

  /** Where it leads. */
  public Target target() {
    return new Target(dealId, roomId, transferId);
  }

  /** How many times it happened since the member last read of it. */
  public int occurrences() {
    return occurrences;
  }

  /** When it happened, the last time. */
  public Instant at() {
    return at;
  }

  /** Whether the member has read it. */
  public boolean read() {
    return readAt != null;
  }
}
