package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.member.domain.RefreshToken;
import kr.gonggu.member.domain.Sessions;

/** A device signs itself out. */
@ApplicationScoped
public class SignOut {

  @Inject Sessions sessions;

  /**
   * @param presented the cookie's text; one that is worth nothing, or null, ends nothing
   */
  public void signOut(String presented) {
    RefreshToken.parse(presented).ifPresent(sessions::end);
  }
}
