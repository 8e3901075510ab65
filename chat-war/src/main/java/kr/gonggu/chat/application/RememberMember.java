package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import kr.gonggu.chat.domain.Members;
import kr.gonggu.chat.domain.Neighbour;

/** A member came to the market or changed their nickname: everything they said bears it. */
@ApplicationScoped
public class RememberMember {

  @Inject Members members;

  /** Remembers the present nickname. */
  @Transactional
  public void remember(Neighbour member) {
    members.rename(member);
  }
}
