package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.Notifications;

/** What open streams ask the database. */
@ApplicationScoped
public class FollowInboxes {

  @Inject Mailboxes mailboxes;
  @Inject Notifications notifications;

  /**
   * What one member has to be told.
   *
   * @param news the oldest first
   * @param unread the count after it
   */
  public record News(List<Notification> news, long unread) {}

  /**
   * Where a stream begins.
   *
   * @param lastSeen id of the last notification that the client has, or null when it asks for none
   *     of the past
   * @return never after what has been given out, so that a made-up id keeps nothing back
   */
  @Transactional
  public UUID begin(UUID memberId, UUID lastSeen) {
    UUID newest = mailboxes.lastId(memberId);
    return lastSeen == null || Mailbox.isAfter(lastSeen, newest) ? newest : lastSeen;
  }

  /**
   * What several members were not told yet, in two queries however many they are.
   *
   * @param after by member, only greater ids
   * @param limit at most this many of each member
   */
  @Transactional
  public Map<UUID, News> next(Map<UUID, UUID> after, int limit) {
    Map<UUID, List<Notification>> news = new HashMap<>();
    for (Notification each : notifications.after(after, limit)) {
      news.computeIfAbsent(each.memberId(), member -> new ArrayList<>()).add(each);
    }
    Map<UUID, News> next = new HashMap<>();
    notifications
        .unread(after.keySet())
        .forEach(
            (member, unread) ->
                next.put(member, new News(news.getOrDefault(member, List.of()), unread)));
    return next;
  }
}
