package kr.gonggu.member.domain;

import kr.gonggu.lib.error.ErrorCode;

/** Reasons for which this context refuses. */
public enum MemberError implements ErrorCode {
  PASSWORD_TOO_COMMON(Kind.INVALID, "This password is among the first that are guessed"),
  SIGN_IN_FAILED(Kind.UNAUTHENTICATED, "The name or the password is wrong"),
  SESSION_ENDED(Kind.UNAUTHENTICATED, "This session has ended"),
  PASSWORD_WRONG(Kind.FORBIDDEN, "The present password is another one"),
  EMAIL_TAKEN(Kind.CONFLICT, "Another member has this e-mail address"),
  NICKNAME_TAKEN(Kind.CONFLICT, "Another member has this nickname");

  private final Kind kind;
  private final String title;

  MemberError(Kind kind, String title) {
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
