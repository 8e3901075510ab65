package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberEvents;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Neighbourhood;

/** A member says where they live. */
@ApplicationScoped
public class ChooseNeighbourhood {

  @Inject Members members;
  @Inject MemberEvents events;

  /**
   * @return the account as it is now
   */
  @Transactional
  public Member choose(UUID memberId, Neighbourhood neighbourhood) {
    Member member = members.get(memberId);
    member.moveTo(neighbourhood);
    members.save(member);
    events.changed(member);
    return member;
  }
}
