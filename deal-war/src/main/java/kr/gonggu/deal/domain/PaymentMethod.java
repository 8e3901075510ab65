package kr.gonggu.deal.domain;

/** How participants pay their part. */
public enum PaymentMethod {
  /** Held by pay at joining and captured at hand-over. */
  ESCROW,
  /** Remitted to the host directly. */
  DIRECT
}
