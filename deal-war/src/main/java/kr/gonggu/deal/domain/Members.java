package kr.gonggu.deal.domain;

import java.util.UUID;

/** What this context knows of the neighbours: their nicknames, as member told last. */
public interface Members {

  /**
   * Makes sure that somebody who is signed in is known, even before member's own event is here.
   *
   * @param nickname as the access token says; what member told goes before it
   * @return the nickname to show
   */
  String recognize(UUID id, String nickname);

  /** Takes over what member tells. */
  void rename(UUID id, String nickname);
}
