package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Sessions;

/** A member signs one of their devices out. */
@ApplicationScoped
public class EndSession {

  @Inject Sessions sessions;

  /**
   * @throws Refusal {@code NOT_FOUND} when the member has no such session
   */
  public void end(UUID memberId, UUID sessionId) {
    if (!sessions.end(memberId, sessionId)) {
      throw new Refusal(CommonError.NOT_FOUND, "You have no such session.");
    }
  }
}
