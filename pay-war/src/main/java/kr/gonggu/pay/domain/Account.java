package kr.gonggu.pay.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * A place where money is.
 *
 * <p>Its life: opened empty, with the member who owns it. Then it changes by postings only, one
 * after the other, each numbered and each leaving a balance behind; while one is made nobody else
 * can make another ({@link Ledger#lock}). Part of the balance may be held for something promised:
 * what can be spent is the rest. When the owner leaves it is closed: nobody sends to it or charges
 * it any more, and its postings stay, since the others' must remain explicable.
 */
@Entity
@Table(name = "account")
public class Account {

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  @Enumerated(EnumType.STRING)
  private AccountKind kind;

  @Column(name = "owner_id")
  @Convert(converter = UuidColumn.class)
  private UUID ownerId;

  private long balance;

  private long held;

  @Column(name = "last_seq")
  private Long lastSeq;

  @Column(name = "last_posted_at")
  private Instant lastPostedAt;

  @Column(name = "remitted_on")
  private LocalDate remittedOn;

  private long remitted;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  /** For the persistence provider. */
  protected Account() {}

  /**
   * An empty account.
   *
   * @param ownerId the member, or null for an account of the house
   */
  public Account(UUID id, AccountKind kind, UUID ownerId, Instant openedAt) {
    this.id = id;
    this.kind = kind;
    this.ownerId = ownerId;
    this.openedAt = openedAt;
  }

  /**
   * Lets the money of a transfer leave.
   *
   * @return the posting, below zero
   * @throws Refusal {@code INSUFFICIENT_FUNDS} or {@code BANK_INSUFFICIENT_FUNDS} when more is
   *     asked for than is available
   */
  public Posting debit(Transfer transfer, Instant now) {
    if (!kind.mayOwe() && transfer.amount() > available()) {
      throw new Refusal(
          kind.uncovered(),
          "%d won were asked for and %d are available.".formatted(transfer.amount(), available()));
    }
    return post(transfer, Math.negateExact(transfer.amount()), now);
  }

  /**
   * Takes in the money of a transfer.
   *
   * @return the posting
   */
  public Posting credit(Transfer transfer, Instant now) {
    return post(transfer, transfer.amount(), now);
  }

  /** Lets nobody use it any more. */
  public void close(Instant now) {
    closedAt = now;
  }

  /** Whether the owner has left. */
  public boolean closed() {
    return closedAt != null;
  }

  /**
   * Insists that it can be used.
   *
   * @throws Refusal {@code WALLET_CLOSED}
   */
  public void requireOpen() {
    if (closed()) {
      throw new Refusal(PayError.WALLET_CLOSED, "Who left has no wallet any more.");
    }
  }

  /**
   * Counts a remittance towards what the owner may send in one day.
   *
   * @param today the day in the limits' time zone
   * @throws Refusal {@code DAILY_LIMIT_EXCEEDED} when the day's sum would be above the limit
   */
  public void countRemittance(long amount, LocalDate today, RemittanceLimits limits) {
    // Clocks of several instances differ: at midnight a day must not end twice.
    boolean sameDay = today.equals(remittedOn) || today.plusDays(1).equals(remittedOn);
    long before = sameDay ? remitted : 0;
    limits.checkDay(before, amount);
    remitted = before + amount;
    remittedOn = sameDay ? remittedOn : today;
  }

  private Posting post(Transfer transfer, long amount, Instant now) {
    balance = Math.addExact(balance, amount);
    lastSeq = lastSeq == null ? 1 : lastSeq + 1;
    // Clocks of several instances differ: an account's history must not run backwards.
    lastPostedAt = lastPostedAt == null || now.isAfter(lastPostedAt) ? now : lastPostedAt;
    return new Posting(id, lastSeq, transfer.id(), amount, balance, lastPostedAt);
  }

  /** The account's id. */
  public UUID id() {
    return id;
  }

  /** What kind of account this is. */
  public AccountKind kind() {
    return kind;
  }

  /** The member, or null for an account of the house. */
  public UUID ownerId() {
    return ownerId;
  }

  /** All the money here, in won. */
  public long balance() {
    return balance;
  }

  /** The part of the balance that is promised, in won. */
  public long held() {
    return held;
  }

  /** What can be spent, in won. */
  public long available() {
    return balance - held;
  }

  /** Number of the newest posting, 0 before the first. */
  public long lastSeq() {
    return lastSeq == null ? 0 : lastSeq;
  }

  /** Time of the newest posting, null before the first. */
  public Instant lastPostedAt() {
    return lastPostedAt;
  }

  /** The day of the last remittance, null before the first. */
  public LocalDate remittedOn() {
    return remittedOn;
  }

  /** What was remitted on {@link #remittedOn()}, in won. */
  public long remitted() {
    return remitted;
  }

  /** When it was closed, or null. */
  public Instant closedAt() {
    return closedAt;
  }

  /** When it was opened. */
  public Instant openedAt() {
    return openedAt;
  }
}
