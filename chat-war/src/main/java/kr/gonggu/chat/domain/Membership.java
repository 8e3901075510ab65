package kr.gonggu.chat.domain;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A member's place in a room: whether they are in, and how far they have read. Nobody else's
 * reading touches it, and it never moves back.
 */
@Entity
@Table(name = "membership")
public class Membership {

  @EmbeddedId private MembershipId id;

  @Column(name = "joined_at")
  private Instant joinedAt;

  @Column(name = "joined_seq")
  private long joinedSeq;

  @Column(name = "left_seq")
  private Long leftSeq;

  @Column(name = "read_seq")
  private long readSeq;

  @Column(name = "read_messages")
  private long readMessages;

  /** For JPA. */
  protected Membership() {}

  private Membership(MembershipId id, Instant joinedAt) {
    this.id = id;
    this.joinedAt = joinedAt;
  }

  /** The host's place, taken when the room opens. */
  public static Membership ofHost(Room room, Instant now) {
    return new Membership(new MembershipId(room.id(), room.hostId()), now);
  }

  /** A place that is not taken yet: {@link Room#admit} lets the member in. */
  public static Membership vacant(Room room, UUID memberId, Instant now) {
    Membership membership = new Membership(new MembershipId(room.id(), memberId), now);
    membership.leftSeq = 0L;
    return membership;
  }

  void comeIn(Entry notice) {
    leftSeq = null;
    joinedSeq = notice.seq();
    joinedAt = notice.at();
    // What was said before is there to be read, but nothing that waits for this member.
    read(notice);
  }

  void leave(Entry notice) {
    read(notice);
    leftSeq = notice.seq();
  }

  final void read(Entry entry) {
    if (entry.seq() > readSeq) {
      readSeq = entry.seq();
      readMessages = entry.messages();
    }
  }

  /** Whether the member is in. */
  public boolean present() {
    return leftSeq == null;
  }

  /**
   * @param lastSeq number of the room's newest entry
   * @return number of the newest entry that this member may see
   */
  public long visibleTo(long lastSeq) {
    return present() ? lastSeq : Math.min(leftSeq, lastSeq);
  }

  /**
   * @param messages how many messages the room has
   * @return how many of them wait for this member; none for one who left
   */
  public long unread(long messages) {
    return present() ? messages - readMessages : 0;
  }

  /** When the member came in, last. */
  public Instant joinedAt() {
    return joinedAt;
  }

  /** Number of the notice that told of it, 0 for the host. */
  public long joinedSeq() {
    return joinedSeq;
  }

  /** The deal's id. */
  public UUID roomId() {
    return id.roomId();
  }

  /** Member id. */
  public UUID memberId() {
    return id.memberId();
  }

  /** Read up to this number. */
  public long readSeq() {
    return readSeq;
  }
}
