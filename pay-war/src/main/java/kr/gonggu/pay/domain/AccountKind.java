package kr.gonggu.pay.domain;

/** Whose money an account holds, and whether it may owe. */
public enum AccountKind {
  /** A member's money in the market. */
  WALLET(false, PayError.INSUFFICIENT_FUNDS),
  /** A member's money on its way between bank and wallet. */
  BANK_CLEARING(false, PayError.BANK_INSUFFICIENT_FUNDS),
  /** A member's account at the sandbox bank. */
  SANDBOX_BANK(false, PayError.BANK_INSUFFICIENT_FUNDS),
  /** Where the sandbox bank's money comes from: below zero by all that was given out. */
  SANDBOX_FUNDING(true, PayError.BANK_INSUFFICIENT_FUNDS);

  private final boolean mayOwe;
  private final PayError uncovered;

  AccountKind(boolean mayOwe, PayError uncovered) {
    this.mayOwe = mayOwe;
    this.uncovered = uncovered;
  }

  /** Whether the balance may be below zero. */
  public boolean mayOwe() {
    return mayOwe;
  }

  /** The refusal when more is to be taken out than is available. */
  public PayError uncovered() {
    return uncovered;
  }
}
