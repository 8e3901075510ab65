package kr.gonggu.pay.domain;

import kr.gonggu.lib.error.ErrorCode;

/** Reasons for which this context refuses. */
public enum PayError implements ErrorCode {
  REMITTANCE_TO_SELF(Kind.INVALID, "Money cannot be sent to oneself"),
  TRANSFER_LIMIT_EXCEEDED(Kind.INVALID, "More than may be sent at once"),
  NO_SUCH_MEMBER(Kind.NOT_FOUND, "Nobody has this nickname"),
  INSUFFICIENT_FUNDS(Kind.CONFLICT, "The wallet does not hold that much"),
  BANK_INSUFFICIENT_FUNDS(Kind.CONFLICT, "The bank account does not hold that much"),
  BANK_REFUSED(Kind.CONFLICT, "The bank refuses"),
  WALLET_CLOSED(Kind.CONFLICT, "The wallet is closed"),
  DAILY_LIMIT_EXCEEDED(Kind.CONFLICT, "More than may be sent in one day");

  private final Kind kind;
  private final String title;

  PayError(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
