package kr.gonggu.deal.domain;

import kr.gonggu.lib.error.ErrorCode;

/** Reasons for which this context refuses. */
public enum DealError implements ErrorCode {
  ESCROW_NOT_AVAILABLE(Kind.INVALID, "Payment by escrow is not offered yet"),
  IMAGE_UNKNOWN(Kind.INVALID, "A picture is not one that you uploaded"),
  NOT_THE_HOST(Kind.FORBIDDEN, "Only the host may do this"),
  NOT_JOINED(Kind.NOT_FOUND, "You have not joined this deal"),
  HOST_CANNOT_JOIN(Kind.CONFLICT, "The host has a part in the deal already"),
  ALREADY_JOINED(Kind.CONFLICT, "You have joined this deal already"),
  DEAL_FULL(Kind.CONFLICT, "Every share is taken"),
  SHARES_NOT_LEFT(Kind.CONFLICT, "Fewer shares are left than were asked for"),
  DEAL_EXPIRED(Kind.CONFLICT, "The deadline has passed"),
  DEAL_CANCELLED(Kind.CONFLICT, "The host has cancelled this deal"),
  DEAL_CLOSED(Kind.CONFLICT, "Recruiting is over"),
  STATUS_NOT_NEXT(Kind.CONFLICT, "Another step comes first"),
  NOT_READY(Kind.CONFLICT, "The goods are not ready yet"),
  TERMS_FIXED(Kind.CONFLICT, "Others have joined on the present terms");

  private final Kind kind;
  private final String title;

  DealError(Kind kind, String title) {
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
