package kr.gonggu.deal.domain;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;

/** What this context knows of the neighbours: their nicknames, as member told last. */
public interface Members {

  /** How somebody who has left is called. */
  String PSEUDONYM = "탈퇴한 이웃";

  /**
   * Makes sure that somebody who is signed in is known, even before member's own event is here.
   *
   * @param nickname as the access token says; what member told goes before it
   * @return the nickname to show
   * @throws Refusal {@code UNAUTHENTICATED} for somebody who has left, whose token lives a little
   *     longer
   */
  String recognize(UUID id, String nickname);

  /** Takes over what member tells; who has left keeps the pseudonym. */
  void rename(UUID id, String nickname);

  /** Forgets the nickname of somebody who has left: {@link #PSEUDONYM} is shown from now on. */
  void forget(UUID id, Instant leftAt);
}
