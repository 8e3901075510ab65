package kr.gonggu.benchmark;

import java.util.UUID;

/** A member that the benchmark made, signed in. */
final class Member {

  private final UUID id;
  private final String nickname;
  private final Tokens tokens;
  private volatile Tokens.Token token;

  Member(int number, Tokens tokens) {
    this.id = Ids.member(number);
    this.nickname = "이웃%04d".formatted(number);
    this.tokens = tokens;
  }

  UUID id() {
    return id;
  }

  String nickname() {
    return nickname;
  }

  /** An access token that stays good for some minutes. */
  String token() {
    Tokens.Token present = token;
    if (present == null || present.old()) {
      present = tokens.sign(id, nickname);
      token = present;
    }
    return present.text();
  }
}
