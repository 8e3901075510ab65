package kr.gonggu.chat.domain;

import java.util.UUID;

/** The names of members. */
public interface Members {

  /** Makes a member known; one who is known keeps the name that the member service told. */
  void introduce(Neighbour member);

  /** The member service told a name. */
  void rename(Neighbour member);

  /** Present nickname of a member who is known. */
  String nickname(UUID id);
}
