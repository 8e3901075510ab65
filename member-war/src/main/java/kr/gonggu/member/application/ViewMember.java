package kr.gonggu.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Members;

/** Somebody looks at a member, be it themselves. */
@ApplicationScoped
public class ViewMember {

  @Inject Members members;

  /**
   * @throws Refusal {@code NOT_FOUND}
   */
  public Member view(UUID id) {
    return members.get(id);
  }

  /** Those of them who are members, in no order. */
  public List<Member> viewAll(List<UUID> ids) {
    return members.findAll(ids);
  }
}
