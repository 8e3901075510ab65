package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.member.domain.Sessions;

/** A member signs out everywhere. */
@ApplicationScoped
public class EndAllSessions {

  @Inject Sessions sessions;

  /** Ends every session of the member, also the one that asks. */
  public void endAll(UUID memberId) {
    sessions.endAllBut(memberId, Optional.empty());
  }
}
