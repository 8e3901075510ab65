package kr.gonggu.pay.domain;

import java.util.Optional;
import java.util.UUID;

/** What this context knows of the neighbours: their nicknames, as member told last. */
public interface Members {

  /** A member by id. */
  Optional<Member> find(UUID id);

  /** Who has a nickname now; upper and lower case are the same. */
  Optional<Member> named(String nickname);

  /** Adds a member. */
  void add(Member member);

  /** Erases what a member who leaves wrote, and the answers that are kept for them. */
  void forget(UUID id);

  /** Takes a nickname away at once, so that somebody else can have it. */
  void releaseNickname(Member holder);
}
