package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.member.domain.Session;
import kr.gonggu.member.domain.Sessions;

/** A member looks where they are signed in. */
@ApplicationScoped
public class ListSessions {

  @Inject Sessions sessions;

  /** The member's sessions, the one used last first. */
  public List<Session> list(UUID memberId) {
    return sessions.of(memberId);
  }
}
