package kr.gonggu.push.domain;

import java.util.UUID;

/** The names of members. */
public interface Members {

  /** An event named a member; one who is known keeps the name that the member service told. */
  void introduce(Neighbour member);

  /** The member service told a name. */
  void rename(Neighbour member);

  /** The member has left the market: a pseudonym stands where the name was. */
  void forget(UUID member);
}
