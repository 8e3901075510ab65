package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.Neighbour;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Notifications;
import kr.gonggu.push.domain.Target;

/**
 * Notifications in the service's schema. An announcement to a room of two hundred costs as many
 * statements as one to a single host.
 */
@ApplicationScoped
public class JpaNotifications implements Notifications {

  // The time as microseconds: drivers disagree about the Java type of DATETIME, not about a number.
  static final String COLUMNS =
      "n.id, n.member_id, n.kind, n.actor_id, a.nickname, n.facts, n.deal_id, n.room_id,"
          + " n.transfer_id, n.occurrences, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', n.at),"
          + " n.read_at IS NOT NULL";

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public void add(Announcement announcement, Map<UUID, UUID> ids) {
    String recipients = Recipients.of(ids);
    Neighbour actor = announcement.actor();
    entityManager
        .createNativeQuery(
            "INSERT INTO notification (member_id, id, kind, actor_id, facts, deal_id, room_id,"
                + " transfer_id, collapse_key, at)"
                + " SELECT r.member, r.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM"
                + Recipients.TABLE
                + "ON DUPLICATE KEY UPDATE id = r.id, occurrences = occurrences + 1,"
                + " actor_id = VALUES(actor_id), facts = VALUES(facts), at = VALUES(at)")
        .setParameter(1, recipients)
        .setParameter(2, announcement.kind().name())
        .setParameter(3, text(actor == null ? null : actor.id()))
        .setParameter(4, FactsJson.write(announcement.facts()))
        .setParameter(5, text(announcement.target().dealId()))
        .setParameter(6, text(announcement.target().roomId()))
        .setParameter(7, text(announcement.target().transferId()))
        .setParameter(8, announcement.collapseKey())
        .setParameter(9, Timestamp.from(announcement.at()))
        .executeUpdate();
    entityManager
        .createNativeQuery(
            "UPDATE"
                + Recipients.TABLE
                + "STRAIGHT_JOIN mailbox m FORCE INDEX (PRIMARY) ON m.member_id = r.member"
                + " SET m.last_id = r.id")
        .setParameter(1, recipients)
        .executeUpdate();
  }

  @Override
  public List<Notification> before(UUID member, UUID before, int limit) {
    Query query =
        entityManager
            .createNativeQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM notification n LEFT JOIN member a ON a.id = n.actor_id"
                    + " WHERE n.member_id = ?1"
                    + (before == null ? "" : " AND n.id < ?3")
                    + " ORDER BY n.id DESC LIMIT ?2")
            .setParameter(1, member.toString())
            .setParameter(2, limit);
    if (before != null) {
      query.setParameter(3, before.toString());
    }
    return notifications(query);
  }

  @Override
  public List<Notification> after(Map<UUID, UUID> after, int limit) {
    return notifications(
        entityManager
            .createNativeQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM"
                    + Recipients.TABLE
                    + "JOIN LATERAL (SELECT * FROM notification l WHERE l.member_id = r.member"
                    + " AND l.id > r.id ORDER BY l.id LIMIT ?2) AS n"
                    + " LEFT JOIN member a ON a.id = n.actor_id ORDER BY n.id")
            .setParameter(1, Recipients.of(after))
            .setParameter(2, limit));
  }

  @Override
  public Map<UUID, Long> unread(Collection<UUID> members) {
    Map<UUID, Long> unread = new HashMap<>();
    for (Object row :
        entityManager
            .createNativeQuery(
                "SELECT r.member, (SELECT COUNT(*) FROM notification n"
                    + " WHERE n.member_id = r.member AND n.read_at IS NULL) FROM"
                    + Recipients.TABLE)
            .setParameter(1, Recipients.of(members))
            .getResultList()) {
      Object[] columns = (Object[]) row;
      unread.put(UUID.fromString((String) columns[0]), ((Number) columns[1]).longValue());
    }
    return unread;
  }

  @Override
  public int markRead(UUID member, UUID upTo, Instant at) {
    return entityManager
        .createNativeQuery(
            "UPDATE notification SET read_at = ?3, collapse_key = NULL"
                + " WHERE member_id = ?1 AND read_at IS NULL AND id <= ?2")
        .setParameter(1, member.toString())
        .setParameter(2, upTo.toString())
        .setParameter(3, Timestamp.from(at))
        .executeUpdate();
  }

  @Override
  public int removeOld(Collection<UUID> members, UUID readBefore, UUID anyBefore) {
    // By the primary key: ids are in the order of time.
    return entityManager
        .createNativeQuery(
            "DELETE n FROM"
                + Recipients.TABLE
                + "STRAIGHT_JOIN notification n FORCE INDEX (PRIMARY)"
                + " ON n.member_id = r.member AND n.id < ?2"
                + " WHERE n.read_at IS NOT NULL OR n.id < ?3")
        .setParameter(1, Recipients.of(members))
        .setParameter(2, readBefore.toString())
        .setParameter(3, anyBefore.toString())
        .executeUpdate();
  }

  @Override
  public void erase(UUID member) {
    entityManager
        .createNativeQuery("DELETE FROM notification WHERE member_id = ?1")
        .setParameter(1, member.toString())
        .executeUpdate();
  }

  private static List<Notification> notifications(Query query) {
    List<Notification> notifications = new ArrayList<>();
    for (Object row : query.getResultList()) {
      notifications.add(notification((Object[]) row, 0));
    }
    return notifications;
  }

  /** A notification from {@link #COLUMNS}, of which the first stands at an index. */
  static Notification notification(Object[] row, int first) {
    return new Notification(
        id(row[first]),
        id(row[first + 1]),
        NotificationKind.valueOf((String) row[first + 2]),
        row[first + 3] == null ? null : new Neighbour(id(row[first + 3]), (String) row[first + 4]),
        FactsJson.read((String) row[first + 5]),
        new Target(id(row[first + 6]), id(row[first + 7]), id(row[first + 8])),
        ((Number) row[first + 9]).intValue(),
        Instant.EPOCH.plus(((Number) row[first + 10]).longValue(), ChronoUnit.MICROS),
        ((Number) row[first + 11]).intValue() == 1);
  }

  private static UUID id(Object column) {
    return column == null ? null : UUID.fromString((String) column);
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
