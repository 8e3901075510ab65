package kr.gonggu.deal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * One member's shares in one deal.
 *
 * <p>A member has one live enrolment per deal. Leaving ends it for good; who joins again gets a new
 * one. Written only while the deal's row is locked.
 */
@Entity
@Table(name = "enrollment")
public class Enrollment {

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  @Convert(converter = UuidColumn.class)
  @Column(name = "deal_id")
  private UUID dealId;

  @Convert(converter = UuidColumn.class)
  @Column(name = "member_id")
  private UUID memberId;

  private int quantity;

  /** What the shares cost, in won. */
  private long amount;

  @Enumerated(EnumType.STRING)
  private EnrollmentStatus status;

  /** Who ended it, or null while it lives. */
  @Enumerated(EnumType.STRING)
  @Column(name = "cancelled_by")
  private CancelledBy cancelledBy;

  @Column(name = "joined_at")
  private Instant joinedAt;

  /** When the participant confirmed that it has the goods, or null. */
  @Column(name = "received_at")
  private Instant receivedAt;

  /** For persistence. */
  protected Enrollment() {}

  private Enrollment(UUID id, Deal deal, UUID memberId, int quantity, Instant now) {
    this.id = id;
    this.dealId = deal.id();
    this.memberId = memberId;
    this.status = EnrollmentStatus.CONFIRMED;
    this.joinedAt = now.truncatedTo(ChronoUnit.MICROS);
    have(quantity, deal.price());
  }

  /** A member joins a deal whose shares it has been given. */
  public static Enrollment confirmed(UUID id, Deal deal, UUID memberId, int quantity, Instant now) {
    return new Enrollment(id, deal, memberId, quantity, now);
  }

  /** The participant has this many shares from now on. */
  public void have(int shares, PriceSplit price) {
    quantity = shares;
    amount = price.costOf(shares);
  }

  /**
   * The participant has its goods.
   *
   * @return false when it said so before
   */
  public boolean receive(Instant now) {
    if (receivedAt != null) {
      return false;
    }
    receivedAt = now.truncatedTo(ChronoUnit.MICROS);
    return true;
  }

  /** The participant leaves. */
  public void leave() {
    status = EnrollmentStatus.CANCELLED;
    cancelledBy = CancelledBy.MEMBER;
  }

  /** Id. */
  public UUID id() {
    return id;
  }

  /** The deal. */
  public UUID dealId() {
    return dealId;
  }

  /** The participant. */
  public UUID memberId() {
    return memberId;
  }

  /** Shares, at least 1. */
  public int quantity() {
    return quantity;
  }

  /** What the shares cost, in won. */
  public long amount() {
    return amount;
  }

  /** Where it stands. */
  public EnrollmentStatus status() {
    return status;
  }

  /** When the participant confirmed that it has the goods, UTC, or null. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /** When the member joined, UTC. */
  public Instant joinedAt() {
    return joinedAt;
  }
}
