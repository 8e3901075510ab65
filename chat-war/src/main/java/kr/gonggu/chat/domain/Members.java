package kr.gonggu.chat.domain;

import java.time.Instant;
import java.util.UUID;

/** The names of members. */
public interface Members {

  /** What is shown for everyone who left the market. */
  String GONE = "탈퇴한 이웃";

  /** Makes a member known; one who is known keeps the name that the member service told. */
  void introduce(Neighbour member);

  /** The member service told a name; one who left the market keeps the pseudonym. */
  void rename(Neighbour member);

  /**
   * The member left the market: a pseudonym takes the place of the name, for good.
   *
   * @param at UTC
   */
  void forget(UUID id, Instant at);

  /** Whether a member has left the market. */
  boolean gone(UUID id);

  /** Present nickname of a member who is known. */
  String nickname(UUID id);
}
