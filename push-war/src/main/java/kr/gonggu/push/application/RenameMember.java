package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Neighbour;

/** A member came to the market or changed the nickname: all notifications show the present one. */
@ApplicationScoped
public class RenameMember {

  @Inject Members members;

  /** Remembers the present nickname. */
  @Transactional
  public void rename(Neighbour member) {
    members.rename(member);
  }
}
