package kr.gonggu.pay.domain;

/**
 * What is known of an order after the bank was asked.
 *
 * @param outcome how it went
 * @param reason why the bank refused, else null
 */
public record BankAnswer(Outcome outcome, PayError reason) {

  /** How it went. */
  public enum Outcome {
    /** The bank has done it. */
    DONE,
    /** The bank has not done it and never will. */
    REFUSED,
    /** The bank may have done it, may be about to, or may never have heard of it. */
    UNKNOWN
  }

  /** The bank has done it. */
  public static BankAnswer done() {
    return new BankAnswer(Outcome.DONE, null);
  }

  /** The bank will not do it. */
  public static BankAnswer refused(PayError reason) {
    return new BankAnswer(Outcome.REFUSED, reason);
  }

  /** No answer came in time. */
  public static BankAnswer unknown() {
    return new BankAnswer(Outcome.UNKNOWN, null);
  }
}
