package kr.gonggu.chat.domain;

import kr.gonggu.lib.error.ErrorCode;

/** Why chat refuses. */
public enum ChatError implements ErrorCode {
  ROOM_NOT_FOUND(Kind.NOT_FOUND, "No such room"),
  NOT_IN_ROOM(Kind.FORBIDDEN, "This room is for the host and those who joined"),
  LEFT_ROOM(Kind.FORBIDDEN, "You have left this room"),
  ROOM_CLOSED(Kind.CONFLICT, "The deal has ended and its room is closed"),
  NO_SUCH_IMAGE(Kind.INVALID, "No picture of yours has this id"),
  TICKET_INVALID(Kind.UNAUTHENTICATED, "The ticket is used, too old or unknown"),
  UNKNOWN_FRAME(Kind.INVALID, "No frame of that type is known"),
  FRAME_TOO_LARGE(Kind.TOO_LARGE, "The frame is larger than 16 KiB"),
  TEXT_FRAMES_ONLY(Kind.UNSUPPORTED_MEDIA, "Only text frames are understood");

  private final Kind kind;
  private final String title;

  ChatError(Kind kind, String title) {
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
