package kr.gonggu.push.application;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

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
import kr.gonggu.push.domain.Notifications;
import kr.gonggu.push.domain.Told;

/** Inboxes without a database; what is told here is told at once. */
final class InMemoryInboxes implements Mailboxes, Notifications {

  private final List<Told> all = new ArrayList<>();
  private RuntimeException failure;
  private int queries;

  /** Tells a member something. */
  synchronized UUID tell(UUID member) {
    UUID id = UuidV7.next();
    Notification notification = mock(Notification.class);
    when(notification.id()).thenReturn(id);
    when(notification.memberId()).thenReturn(member);
    all.add(new Told(notification, null));
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
        .map(Told::notification)
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
  public List<Told> before(UUID member, UUID before, int limit) {
    throw new UnsupportedOperationException("Lists are tested on the real database");
  }

  @Override
  public synchronized List<Told> after(Map<UUID, UUID> after, int limit) {
    queries++;
    if (failure != null) {
      throw failure;
    }
    List<Told> found = new ArrayList<>();
    after.forEach(
        (member, id) ->
            all.stream()
                .filter(told -> told.notification().memberId().equals(member))
                .filter(told -> Mailbox.isAfter(told.notification().id(), id))
                .limit(limit)
                .forEach(found::add));
    return found;
  }

  @Override
  public synchronized Map<UUID, Long> unread(Collection<UUID> members) {
    Map<UUID, Long> unread = new HashMap<>();
    for (UUID member : members) {
      unread.put(
          member,
          all.stream().filter(told -> told.notification().memberId().equals(member)).count());
    }
    return unread;
  }

  @Override
  public int markRead(UUID member, UUID upTo, Instant at) {
    throw new UnsupportedOperationException("Reading is tested on the real database");
  }
}
