package kr.gonggu.pay.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.persistence.UuidColumn;

/** One movement of money from one account to another. Never changed once it is booked. */
@Entity
@Table(name = "transfer")
public class Transfer {

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  @Enumerated(EnumType.STRING)
  private TransferKind kind;

  private long amount;

  @Column(name = "requested_by")
  @Convert(converter = UuidColumn.class)
  private UUID requestedBy;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  @Column(name = "deal_id")
  @Convert(converter = UuidColumn.class)
  private UUID dealId;

  private String memo;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For the persistence provider. */
  protected Transfer() {}

  private Transfer(TransferKind kind, long amount, Instant createdAt) {
    if (amount <= 0) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "amount", "must be at least 1 won");
    }
    this.id = UuidV7.next();
    this.kind = kind;
    this.amount = amount;
    this.createdAt = createdAt;
  }

  /** The sandbox bank's opening balance. */
  public static Transfer grant(long amount, Instant now) {
    return new Transfer(TransferKind.SANDBOX_GRANT, amount, now);
  }

  /** Money from the bank into the wallet. */
  public static Transfer charge(MoneyRequest request, Instant now) {
    return new Transfer(TransferKind.CHARGE, request.amount(), now).askedForBy(request);
  }

  /** Money from the wallet back to the bank. */
  public static Transfer withdrawal(MoneyRequest request, Instant now) {
    return new Transfer(TransferKind.WITHDRAWAL, request.amount(), now).askedForBy(request);
  }

  /**
   * Money from a member to a neighbour.
   *
   * @param dealId the deal it is for, or null
   * @param memo a word with it, or null
   */
  public static Transfer remittance(MoneyRequest request, UUID dealId, String memo, Instant now) {
    Transfer transfer =
        new Transfer(TransferKind.REMITTANCE, request.amount(), now).askedForBy(request);
    transfer.dealId = dealId;
    transfer.memo = memo;
    return transfer;
  }

  private Transfer askedForBy(MoneyRequest request) {
    requestedBy = request.memberId();
    idempotencyKey = request.key();
    return this;
  }

  /**
   * Moves the money between two accounts that are locked.
   *
   * @return both postings and the accounts as they are afterwards
   * @throws Refusal when {@code from} is not covered; neither account is changed then
   * @throws IllegalArgumentException when both are the same account
   */
  public Booking book(Account from, Account to, Instant now) {
    if (from.id().equals(to.id())) {
      throw new IllegalArgumentException("A transfer needs two accounts");
    }
    Posting debit = from.debit(this, now);
    Posting credit = to.credit(this, now);
    return new Booking(this, from, debit, to, credit);
  }

  /** The transfer's id. */
  public UUID id() {
    return id;
  }

  /** Why the money moves. */
  public TransferKind kind() {
    return kind;
  }

  /** How much moves, in won, at least 1. */
  public long amount() {
    return amount;
  }

  /** The member who asked for it, null when the house moved it. */
  public UUID requestedBy() {
    return requestedBy;
  }

  /** The idempotency key it was asked for with, null when the house moved it. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /** The deal it is for, or null. */
  public UUID dealId() {
    return dealId;
  }

  /** What the sender wrote, or null. */
  public String memo() {
    return memo;
  }

  /** When it was asked for. */
  public Instant createdAt() {
    return createdAt;
  }
}
