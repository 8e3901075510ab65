package kr.gonggu.push.domain;

import kr.gonggu.lib.error.ErrorCode;

/** Reasons for which this context refuses. */
public enum PushError implements ErrorCode {
  PUSH_SERVICE_UNKNOWN(Kind.INVALID, "The endpoint is not one of a known push service"),
  MEMBER_LEFT(Kind.FORBIDDEN, "This member has left the market");

  private final Kind kind;
  private final String title;

  PushError(Kind kind, String title) {
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
