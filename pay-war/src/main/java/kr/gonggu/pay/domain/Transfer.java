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

  private Transfer(UUID id, TransferKind kind, long amount, Instant createdAt) {
    if (amount <= 0) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "amount", "must be at least 1 won");
    }
    this.id = id;
    this.kind = kind;
    this.amount = amount;
    this.createdAt = createdAt;
  }

  /** The sandbox bank's opening balance. */
  public static Transfer grant(long amount, Instant now) {
    return new Transfer(UuidV7.next(), TransferKind.SANDBOX_GRANT, amount, now);
  }

  /** What an order does at the bank. */
  public static Transfer atBank(BankOrder order, Instant now) {
    return new Transfer(
        UuidV7.next(),
        order.kind() == BankOrder.Kind.CHARGE ? TransferKind.BANK_DEBIT : TransferKind.BANK_CREDIT,
        order.amount(),
        now);
  }

  /**
   * What an order does to the wallet; it has the order's id, so that it can be booked once only.
   */
  public static Transfer inWallet(BankOrder order) {
    Transfer transfer =
        new Transfer(
            order.id(),
            order.kind() == BankOrder.Kind.CHARGE ? TransferKind.CHARGE : TransferKind.WITHDRAWAL,
            order.amount(),
            order.createdAt());
    transfer.requestedBy = order.memberId();
    transfer.idempotencyKey = order.idempotencyKey();
    return transfer;
  }

  /** Money back into the wallet, since the bank refused its withdrawal. */
  public static Transfer withdrawalReturned(BankOrder order, Instant now) {
    return new Transfer(UuidV7.next(), TransferKind.WITHDRAWAL_RETURNED, order.amount(), now);
  }

  /**
   * Money from a member to a neighbour.
   *
   * @param id for the transfer
   * @param dealId the deal it is for, or null
   * @param memo a word with it, or null
   */
  public static Transfer remittance(
      UUID id, MoneyRequest request, UUID dealId, String memo, Instant now) {
    Transfer transfer = new Transfer(id, TransferKind.REMITTANCE, request.amount(), now);
    transfer.requestedBy = request.memberId();
    transfer.idempotencyKey = request.key();
    transfer.dealId = dealId;
    transfer.memo = memo;
    return transfer;
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
