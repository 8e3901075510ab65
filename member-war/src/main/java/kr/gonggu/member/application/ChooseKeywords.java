package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.member.domain.Keywords;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberEvents;
import kr.gonggu.member.domain.Members;

/** A member says what they want to be alerted for. */
@ApplicationScoped
public class ChooseKeywords {

  @Inject Members members;
  @Inject MemberEvents events;

  /**
   * @param keywords replace those chosen before
   * @return the account as it is now
   */
  @Transactional
  public Member choose(UUID memberId, Keywords keywords) {
    Member member = members.get(memberId);
    member.lookFor(keywords);
    members.save(member);
    events.changed(member);
    return member;
  }
}
