package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import kr.gonggu.push.domain.Notifications;

/** The number at the bell. */
@ApplicationScoped
public class CountUnread {

  @Inject Notifications notifications;

  /** How many notifications of a member are unread. */
  @Transactional
  public long of(UUID memberId) {
    return notifications.unread(List.of(memberId)).get(memberId);
  }
}
