package kr.gonggu.pay.domain;

/** Why money moves. */
public enum TransferKind {
  /** The sandbox bank gives a member the opening balance. */
  SANDBOX_GRANT,
  /** The bank sends what a member charges on its way. */
  BANK_DEBIT,
  /** The bank takes in what a member withdraws. */
  BANK_CREDIT,
  /** From the bank into the member's wallet. */
  CHARGE,
  /** From the member's wallet towards the bank. */
  WITHDRAWAL,
  /** Back into the wallet, since the bank refused a withdrawal. */
  WITHDRAWAL_RETURNED,
  /** From one member's wallet to another's. */
  REMITTANCE
}
