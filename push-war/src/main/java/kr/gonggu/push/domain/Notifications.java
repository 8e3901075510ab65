package kr.gonggu.push.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What all members were told. */
public interface Notifications {

  /**
   * Adds one per recipient, or counts up the unread one with the same collapse key. The mailboxes
   * are locked.
   *
   * @param ids the new id by member
   */
  void add(Announcement announcement, Map<UUID, UUID> ids);

  /**
   * A part of a member's notifications, the newest first.
   *
   * @param before only smaller ids, or null for the newest
   * @param limit at most this many
   */
  List<Notification> before(UUID member, UUID before, int limit);

  /**
   * What several members were told after a point each, the oldest first.
   *
   * @param after by member, only greater ids
   * @param limit at most this many of each member
   */
  List<Notification> after(Map<UUID, UUID> after, int limit);

  /** How many are unread, by member; every member asked for is in the answer. */
  Map<UUID, Long> unread(Collection<UUID> members);

  /**
   * Marks everything up to an id as read. The mailbox is locked.
   *
   * @return how many were unread
   */
  int markRead(UUID member, UUID upTo, Instant at);

  /**
   * Removes what has had its time. The mailboxes are locked.
   *
   * @param members whose
   * @param readBefore those with smaller ids that were read
   * @param anyBefore those with smaller ids, read or not
   * @return how many were removed
   */
  int removeOld(Collection<UUID> members, UUID readBefore, UUID anyBefore);

  /** Erases everything that a member was told. The mailbox is locked. */
  void erase(UUID member);
}
