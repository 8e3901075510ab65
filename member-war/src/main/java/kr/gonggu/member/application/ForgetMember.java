package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberEvents;
import kr.gonggu.member.domain.Members;

/** The moment at which an account is no more, here; the event lets the other services follow. */
@ApplicationScoped
public class ForgetMember {

  @Inject Members members;
  @Inject MemberEvents events;
  @Inject Clock clock;

  /**
   * Erases everything that is kept of a member. Nickname and address are free again at once.
   *
   * @throws Refusal {@code NOT_FOUND} for whoever has left already
   */
  @Transactional
  public void forget(UUID memberId) {
    Member member = members.get(memberId);
    events.left(member, clock.instant());
    members.remove(member);
  }
}
