package kr.gonggu.push.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The mailboxes of all members. */
public interface Mailboxes {

  /**
   * Locks mailboxes until the end of the transaction and makes those that are missing.
   *
   * @param members in the order in which everybody locks, see {@link Announcement#recipients()}
   * @return one for each who has not left the market
   */
  List<Mailbox> lock(List<UUID> members);

  /**
   * Whose mailboxes there are, in the order of their ids.
   *
   * @param after only greater ids, or null for the first
   * @param limit at most this many
   */
  List<UUID> members(UUID after, int limit);

  /**
   * Greatest id given out to a member, without a lock; {@link Mailbox#NONE} when there was none.
   */
  UUID lastId(UUID member);

  /** The member has left the market: nothing is told here again. The mailbox is locked. */
  void close(UUID member, Instant at);
}
