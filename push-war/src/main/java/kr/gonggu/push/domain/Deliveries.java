package kr.gonggu.push.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is on its way to all devices. */
public interface Deliveries {

  /**
   * Queues an announcement for every device of its recipients, and wakes the courier once the
   * current transaction has committed.
   *
   * @param ids the notification's id by member
   */
  void enqueue(Announcement announcement, Map<UUID, UUID> ids, Instant now);

  /**
   * Claims what is due, so that no other instance sends it meanwhile.
   *
   * @param limit at most this many, the longest due first
   * @param lease for how long; then it is due again, should this instance be gone
   */
  List<Delivery> claim(int limit, Instant now, Duration lease);

  /** It is over; a newer notification that took its place meanwhile is due at once. */
  void finish(Delivery delivery, Instant now);

  /** It failed and is due again later. */
  void retry(Delivery delivery, Instant due);

  /** It waits, and that counts as no attempt. */
  void hold(Delivery delivery, Instant due);

  /** A member has other preferences: what was held back is looked at again. */
  void release(UUID member, Instant now);
}
