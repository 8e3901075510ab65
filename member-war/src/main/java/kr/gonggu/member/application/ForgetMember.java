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
import kr.gonggu.member.domain.PasswordHash;

/** The moment at which an account is no more, here; the event lets the other services follow. */
@ApplicationScoped
public class ForgetMember {

  @Inject Members members;
  @Inject MemberEvents events;
  @Inject Clock clock;

  /**
   * Erases everything that is kept of a member. Nickname and address are free again at once.
   *
   * @param confirmed what the owner's present password was checked against
   * @throws Refusal {@code NOT_FOUND} for whoever has left already, {@code PASSWORD_WRONG} when the
   *     password was replaced since it was checked
   */
  @Transactional
  public void forget(UUID memberId, PasswordHash confirmed) {
    Member member = members.get(memberId);
    member.requirePassword(confirmed);
    events.left(member, clock.instant());
    members.remove(member);
  }
}
