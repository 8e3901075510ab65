package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.Deliveries;
import kr.gonggu.push.domain.InboxFeed;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Notifications;

/**
 * Something happened: everybody concerned finds it in the inbox, and live, and their devices will
 * be called.
 */
@ApplicationScoped
public class Announce {

  @Inject Members members;
  @Inject Mailboxes mailboxes;
  @Inject Notifications notifications;
  @Inject Deliveries deliveries;
  @Inject InboxFeed feed;
  @Inject Clock clock;

  /** Adds to the inboxes of all recipients who are still members, or to none. */
  @Transactional
  public void announce(Announcement announcement) {
    if (announcement.recipients().isEmpty()) {
      return;
    }
    if (announcement.actor() != null) {
      members.introduce(announcement.actor());
    }
    Map<UUID, UUID> ids = new HashMap<>();
    for (Mailbox mailbox : mailboxes.lock(announcement.recipients())) {
      ids.put(mailbox.memberId(), mailbox.next(UuidV7.next()));
    }
    if (ids.isEmpty()) {
      return;
    }
    notifications.add(announcement, ids);
    deliveries.enqueue(announcement, ids, clock.instant().truncatedTo(ChronoUnit.MICROS));
    feed.changed(List.copyOf(ids.keySet()));
  }
}
