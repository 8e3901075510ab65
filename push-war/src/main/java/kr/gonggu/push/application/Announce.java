package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.InboxFeed;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Notifications;

/** Something happened: everybody concerned finds it in the inbox, and live. */
@ApplicationScoped
public class Announce {

  @Inject Members members;
  @Inject Mailboxes mailboxes;
  @Inject Notifications notifications;
  @Inject InboxFeed feed;

  /** Adds to the inboxes of all recipients, or to none. */
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
    notifications.add(announcement, ids);
    feed.changed(announcement.recipients());
  }
}
