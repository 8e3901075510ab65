package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.Notifications;

/** A member looks through the inbox. */
@ApplicationScoped
public class ReadInbox {

  @Inject Notifications notifications;

  /**
   * A part of it, the newest first.
   *
   * @param before only what was told before this id, or null for the newest
   * @param limit at most this many
   */
  @Transactional
  public List<Notification> before(UUID memberId, UUID before, int limit) {
    return notifications.before(memberId, before, limit);
  }
}
