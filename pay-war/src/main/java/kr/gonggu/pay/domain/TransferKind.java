package kr.gonggu.pay.domain;

/** Why money moves. */
public enum TransferKind {
  /** The sandbox bank gives a member the opening balance. */
  SANDBOX_GRANT,
  /** From the member's bank account into the member's wallet. */
  CHARGE,
  /** From the member's wallet back to the member's bank account. */
  WITHDRAWAL,
  /** From one member's wallet to another's. */
  REMITTANCE
}
