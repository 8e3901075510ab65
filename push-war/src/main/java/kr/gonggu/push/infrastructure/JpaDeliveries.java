package kr.gonggu.push.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.gonggu.push.application.Courier;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.Deliveries;
import kr.gonggu.push.domain.Delivery;
import kr.gonggu.push.domain.P256;
import kr.gonggu.push.domain.Subscription;

/** The queue in the service's schema. A row names its notification; what is sent is read last. */
@ApplicationScoped
public class JpaDeliveries implements Deliveries {

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry transactions;

  @Inject Courier courier;

  @Override
  public void enqueue(Announcement announcement, Map<UUID, UUID> ids, Instant now) {
    int queued =
        entityManager
            .createNativeQuery(
                "INSERT INTO delivery (subscription_id, notification_id, topic, due_at, expires_at)"
                    + " SELECT s.id, r.id, ?2, ?3, ?4 FROM"
                    + Recipients.TABLE
                    + "STRAIGHT_JOIN subscription s ON s.member_id = r.member"
                    // When it is due stays: it may be under way, held back or waiting for its turn.
                    + " ON DUPLICATE KEY UPDATE notification_id = r.id,"
                    + " expires_at = VALUES(expires_at)")
            .setParameter(1, Recipients.of(ids))
            .setParameter(2, Delivery.topic(announcement.kind(), announcement.target()))
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, Timestamp.from(announcement.worthPushingUntil(now)))
            .executeUpdate();
    if (queued > 0) {
      wakeAfterCommit();
    }
  }

  @Override
  public List<Delivery> claim(int limit, Instant now, Duration lease) {
    List<?> due =
        entityManager
            .createNativeQuery(
                "SELECT d.id FROM delivery d WHERE d.due_at <= ?1 ORDER BY d.due_at, d.id"
                    + " LIMIT ?2 FOR UPDATE SKIP LOCKED")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, limit)
            .getResultList();
    if (due.isEmpty()) {
      return List.of();
    }
    // Numbers of our own.
    String ids =
        due.stream()
            .map(id -> Long.toString(((Number) id).longValue()))
            .collect(Collectors.joining(","));
    entityManager
        .createNativeQuery(
            "UPDATE delivery SET due_at = ?1, attempts = attempts + 1 WHERE id IN (" + ids + ")")
        .setParameter(1, Timestamp.from(now.plus(lease)))
        .executeUpdate();
    List<Delivery> claimed = new ArrayList<>();
    for (Object row :
        entityManager
            .createNativeQuery(
                "SELECT d.id, d.attempts,"
                    + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', d.expires_at),"
                    + " s.id, s.member_id, s.endpoint, s.p256dh, s.auth, "
                    + JpaMemberPreferences.COLUMNS
                    + ", "
                    + JpaNotifications.COLUMNS
                    + " FROM delivery d JOIN subscription s ON s.id = d.subscription_id"
                    + " LEFT JOIN preference p ON p.member_id = s.member_id"
                    + " LEFT JOIN notification n"
                    + " ON n.member_id = s.member_id AND n.id = d.notification_id"
                    + " LEFT JOIN member a ON a.id = n.actor_id WHERE d.id IN ("
                    + ids
                    + ") ORDER BY d.id")
            .getResultList()) {
      claimed.add(delivery((Object[]) row));
    }
    return claimed;
  }

  private static Delivery delivery(Object[] row) {
    return new Delivery(
        ((Number) row[0]).longValue(),
        new Subscription(
            UUID.fromString((String) row[3]),
            UUID.fromString((String) row[4]),
            URI.create((String) row[5]),
            new Subscription.Keys(P256.publicKey((byte[]) row[6]), (byte[]) row[7])),
        row[11] == null ? null : JpaNotifications.notification(row, 11),
        JpaMemberPreferences.preferences(row, 8),
        ((Number) row[1]).intValue(),
        Instant.EPOCH.plus(((Number) row[2]).longValue(), ChronoUnit.MICROS));
  }

  @Override
  public void finish(Delivery delivery, Instant now) {
    int over =
        delivery.notification() == null
            ? execute("DELETE FROM delivery WHERE id = ?1", delivery.id())
            : entityManager
                .createNativeQuery("DELETE FROM delivery WHERE id = ?1 AND notification_id = ?2")
                .setParameter(1, delivery.id())
                .setParameter(2, delivery.notification().id().toString())
                .executeUpdate();
    if (over == 0) {
      entityManager
          .createNativeQuery("UPDATE delivery SET due_at = ?2, attempts = 0 WHERE id = ?1")
          .setParameter(1, delivery.id())
          .setParameter(2, Timestamp.from(now))
          .executeUpdate();
      wakeAfterCommit();
    }
  }

  private int execute(String statement, long id) {
    return entityManager.createNativeQuery(statement).setParameter(1, id).executeUpdate();
  }

  @Override
  public void retry(Delivery delivery, Instant due) {
    entityManager
        .createNativeQuery("UPDATE delivery SET due_at = ?2 WHERE id = ?1")
        .setParameter(1, delivery.id())
        .setParameter(2, Timestamp.from(due))
        .executeUpdate();
  }

  @Override
  public void hold(Delivery delivery, Instant due) {
    entityManager
        .createNativeQuery("UPDATE delivery SET due_at = ?2, attempts = attempts - 1 WHERE id = ?1")
        .setParameter(1, delivery.id())
        .setParameter(2, Timestamp.from(due))
        .executeUpdate();
  }

  @Override
  public void release(UUID member, Instant now) {
    entityManager
        .createNativeQuery(
            "UPDATE delivery d JOIN subscription s ON s.id = d.subscription_id SET d.due_at = ?2"
                + " WHERE s.member_id = ?1 AND d.attempts = 0 AND d.due_at > ?2")
        .setParameter(1, member.toString())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
    wakeAfterCommit();
  }

  private void wakeAfterCommit() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              courier.wake();
            }
          }
        });
  }
}
