package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import kr.gonggu.push.domain.Interest;
import kr.gonggu.push.domain.Interests;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Neighbour;

/**
 * A member came to the market or changed: all notifications show the present nickname, and the
 * present words are waited for.
 */
@ApplicationScoped
public class RememberMember {

  @Inject Mailboxes mailboxes;
  @Inject Members members;
  @Inject Interests interests;

  /** Remembers what the member service tells; not of who has left. */
  @Transactional
  public void remember(Neighbour member, Interest interest) {
    if (mailboxes.lock(List.of(member.id())).isEmpty()) {
      return;
    }
    members.rename(member);
    interests.put(interest);
  }
}
