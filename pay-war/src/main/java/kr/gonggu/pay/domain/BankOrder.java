package kr.gonggu.pay.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.persistence.UuidColumn;

/**
 * What the bank is asked to do for a member.
 *
 * <p>Its life: {@code PENDING} from before the bank is first asked until its answer is known, and
 * the bank is asked again meanwhile, with pauses that double. Then {@code DONE} or {@code REFUSED},
 * for good. What a withdrawal takes leaves the wallet when it is placed, so that it cannot be spent
 * a second time; what a charge brings enters the wallet when the bank has given it.
 */
@Entity
@Table(name = "bank_order")
public class BankOrder {

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** Which way the money goes. */
  public enum Kind {
    /** From the bank into the wallet. */
    CHARGE,
    /** From the wallet to the bank. */
    WITHDRAWAL
  }

  /** How far it is. */
  public enum State {
    /** The bank's answer is not known. */
    PENDING,
    /** The money is where it was to go. */
    DONE,
    /** The money is where it was. */
    REFUSED
  }

  @Id
  @Convert(converter = UuidColumn.class)
  private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "member_id")
  @Convert(converter = UuidColumn.class)
  private UUID memberId;

  private long amount;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private PayError refusal;

  private Long balance;

  private Long available;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "settled_at")
  private Instant settledAt;

  /** For the persistence provider. */
  protected BankOrder() {}

  /**
   * An order that the bank is about to be asked for.
   *
   * @param request who asks for how much; without a key when the house asks for them
   * @param patience how long to wait for the answer before the bank is asked again
   * @throws Refusal {@code VALIDATION_FAILED} for less than 1 won
   */
  public BankOrder(Kind kind, MoneyRequest request, Instant now, Duration patience) {
    if (request.amount() <= 0) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "amount", "must be at least 1 won");
    }
    this.id = UuidV7.next();
    this.kind = kind;
    this.memberId = request.memberId();
    this.amount = request.amount();
    this.idempotencyKey = request.key();
    this.state = State.PENDING;
    this.attempts = 1;
    this.nextAttemptAt = now.plus(patience);
    this.createdAt = now;
  }

  /** Remembers what the member's wallet held after the order had changed it. */
  public void changed(Account wallet) {
    balance = wallet.balance();
    available = wallet.available();
  }

  /** Whether the bank is to be asked again. */
  public boolean due(Instant now) {
    return pending() && !nextAttemptAt.isAfter(now);
  }

  /**
   * The bank is about to be asked again.
   *
   * @param patience how long to wait for the answer to a first attempt; each further one gets twice
   *     as long as the one before
   */
  public void askAgain(Instant now, Duration patience) {
    Duration pause = patience.multipliedBy(1L << Math.min(attempts, 20));
    attempts++;
    nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /** The bank has done it. */
  public void done(Instant now) {
    settle(State.DONE, now);
  }

  /** The bank has refused it, for good. */
  public void refused(PayError reason, Instant now) {
    refusal = reason;
    settle(State.REFUSED, now);
  }

  private void settle(State outcome, Instant now) {
    if (!pending()) {
      throw new IllegalStateException("Order " + id + " is " + state);
    }
    state = outcome;
    nextAttemptAt = null;
    settledAt = now;
  }

  /** Whether the bank's answer is not known yet. */
  public boolean pending() {
    return state == State.PENDING;
  }

  /** The order's id, by which the bank recognises it. */
  public UUID id() {
    return id;
  }

  /** Which way the money goes. */
  public Kind kind() {
    return kind;
  }

  /** Whose money it is. */
  public UUID memberId() {
    return memberId;
  }

  /** How much, in won, at least 1. */
  public long amount() {
    return amount;
  }

  /** The idempotency key it was asked for with, or null. */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** Why the bank refused it, or null. */
  public PayError refusal() {
    return refusal;
  }

  /** Of the wallet after the order had changed it, in won; null before. */
  public Long balance() {
    return balance;
  }

  /** What could be spent after the order had changed the wallet, in won; null before. */
  public Long available() {
    return available;
  }

  /** How often the bank was asked. */
  public int attempts() {
    return attempts;
  }

  /** When the bank is asked next, null once it has answered. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  /** When the member asked for it. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the answer was booked, or null. */
  public Instant settledAt() {
    return settledAt;
  }
}
