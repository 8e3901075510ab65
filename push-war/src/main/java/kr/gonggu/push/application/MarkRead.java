package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.gonggu.push.domain.InboxFeed;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Notifications;

/** A member has read the inbox up to a point; all open devices learn the new count. */
@ApplicationScoped
public class MarkRead {

  @Inject Mailboxes mailboxes;
  @Inject Notifications notifications;
  @Inject InboxFeed feed;
  @Inject Clock clock;

  /**
   * Marks as read; what came after that point, seen or not, stays unread.
   *
   * @param upTo id of the newest that was seen
   * @return how many are still unread
   */
  @Transactional
  public long upTo(UUID memberId, UUID upTo) {
    mailboxes.lock(List.of(memberId));
    int read =
        notifications.markRead(memberId, upTo, clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (read > 0) {
      feed.changed(List.of(memberId));
    }
    return notifications.unread(List.of(memberId)).get(memberId);
  }
}
