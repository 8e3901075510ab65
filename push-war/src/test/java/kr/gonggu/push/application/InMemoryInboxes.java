package kr.gonggu.push.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Notifications;

/** Inboxes without a database; what is told here is told at once. */
final class InMemoryInboxes implements Mailboxes, Notifications {

  private final List<Notification> all = new ArrayList<>();
  private RuntimeException failure;
  private int queries;

  /** Tells a member something. */
  synchronized UUID tell(UUID member) {
    UUID id = UuidV7.next();
    all.add(
        new Notification(
            id, member, NotificationKind.DEAL_FULL, null, null, null, 1, Instant.EPOCH, false));
    return id;
  }

  /** From now on the database is away. */
  synchronized void fail(RuntimeException why) {
    failure = why;
  }

  /** The database is back. */
  synchronized void mend() {
    failure = null;
  }

  /** How often it was asked what streams have to be told. */
  synchronized int queries() {
    return queries;
  }

  @Override
  public List<Mailbox> lock(List<UUID> members) {
    return members.stream().map(member -> new Mailbox(member, lastId(member))).toList();
  }

  @Override
  public synchronized UUID lastId(UUID member) {
    return all.stream()
        .filter(notification -> notification.memberId().equals(member))
        .map(Notification::id)
        .max(Comparator.comparing(UUID::toString))
        .orElse(Mailbox.NONE);
  }

  @Override
  public void add(Announcement announcement, Map<UUID, UUID> ids) {
    throw new UnsupportedOperationException("Adding is tested on the real database");
  }

  @Override
  public List<Notification> before(UUID member, UUID before, int limit) {
    throw new UnsupportedOperationException("Lists are tested on the real database");
  }

  @Override
  public synchronized List<Notification> after(Map<UUID, UUID> after, int limit) {
    queries++;
    if (failure != null) {
      throw failure;
    }
    List<Notification> found = new ArrayList<>();
    after.forEach(
        (member, id) ->
            all.stream()
                .filter(told -> told.memberId().equals(member))
                .filter(told -> Mailbox.isAfter(told.id(), id))
                .limit(limit)
                .forEach(found::add));
    return found;
  }

  @Override
  public synchronized Map<UUID, Long> unread(Collection<UUID> members) {
    Map<UUID, Long> unread = new HashMap<>();
    for (UUID member : members) {
      unread.put(member, all.stream().filter(told -> told.memberId().equals(member)).count());
    }
    return unread;
  }

  @Override
  public int markRead(UUID member, UUID upTo, Instant at) {
    throw new UnsupportedOperationException("Reading is tested on the real database");
  }

  @Override
  public List<UUID> members(UUID after, int limit) {
    throw new UnsupportedOperationException("Tidying is tested on the real database");
  }

  @Override
  public int removeOld(Collection<UUID> members, UUID readBefore, UUID anyBefore) {
    throw new UnsupportedOperationException("Tidying is tested on the real database");
  }

  @Override
  public void close(UUID member, Instant at) {
    throw new UnsupportedOperationException("Leaving is tested on the real database");
  }

  @Override
  public void erase(UUID member) {
    throw new UnsupportedOperationException("Leaving is tested on the real database");
  }
}
