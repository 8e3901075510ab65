package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.AccessTokens;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.RefreshToken;
import kr.gonggu.member.domain.Session;
import kr.gonggu.member.domain.Sessions;
import kr.gonggu.member.domain.Sessions.Renewed;

/** A device goes on: it hands in its refresh token and gets new tokens. */
@ApplicationScoped
public class RefreshSession {

  @Inject Sessions sessions;
  @Inject Members members;
  @Inject AccessTokens accessTokens;
  @Inject Operators operators;

  /**
   * @param presented the cookie's text, or null
   * @throws Refusal {@code SESSION_ENDED} when there is nothing to go on with
   */
  public SignedIn refresh(String presented) {
    Renewed renewed =
        sessions.renew(RefreshToken.parse(presented).orElseThrow(RefreshSession::ended));
    Session session = renewed.session();
    Member member = members.find(session.memberId()).filter(session::trustedBy).orElse(null);
    if (member == null) {
      sessions.end(session.memberId(), session.id());
      throw ended();
    }
    return new SignedIn(
        member,
        accessTokens.issue(member, session.id(), operators.groups(member)),
        renewed.token(),
        sessions.idleLifetime());
  }

  private static Refusal ended() {
    return new Refusal(MemberError.SESSION_ENDED, "This session has ended; sign in again.");
  }
}
