package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.push.domain.P256;
import kr.gonggu.push.domain.Subscription;
import kr.gonggu.push.domain.Subscriptions;

/** Devices in the service's schema. */
@ApplicationScoped
public class JpaSubscriptions implements Subscriptions {

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public UUID put(UUID member, URI endpoint, Subscription.Keys keys, String device, Instant at) {
    // With everything that waits for its former owner.
    entityManager
        .createNativeQuery(
            "DELETE FROM subscription WHERE endpoint_hash = UNHEX(SHA2(?1, 256))"
                + " AND member_id <> ?2")
        .setParameter(1, endpoint.toString())
        .setParameter(2, member.toString())
        .executeUpdate();
    entityManager
        .createNativeQuery(
            "INSERT INTO subscription (id, member_id, endpoint, p256dh, auth, device, registered_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) AS new ON DUPLICATE KEY UPDATE"
                + " member_id = new.member_id, p256dh = new.p256dh, auth = new.auth,"
                + " device = new.device, registered_at = new.registered_at")
        .setParameter(1, UuidV7.next().toString())
        .setParameter(2, member.toString())
        .setParameter(3, endpoint.toString())
        .setParameter(4, P256.bytes(keys.p256dh()))
        .setParameter(5, keys.auth())
        .setParameter(6, device)
        .setParameter(7, Timestamp.from(at))
        .executeUpdate();
    entityManager
        .createNativeQuery(
            "DELETE FROM subscription WHERE member_id = ?1 AND id NOT IN (SELECT id FROM"
                + " (SELECT id FROM subscription WHERE member_id = ?1"
                + " ORDER BY registered_at DESC, id DESC LIMIT ?2) AS newest)")
        .setParameter(1, member.toString())
        .setParameter(2, Subscription.MOST_PER_MEMBER)
        .executeUpdate();
    return UUID.fromString(
        (String)
            entityManager
                .createNativeQuery(
                    "SELECT id FROM subscription WHERE endpoint_hash = UNHEX(SHA2(?1, 256))")
                .setParameter(1, endpoint.toString())
                .getSingleResult());
  }

  @Override
  public boolean remove(UUID member, UUID id) {
    return entityManager
            .createNativeQuery("DELETE FROM subscription WHERE id = ?1 AND member_id = ?2")
            .setParameter(1, id.toString())
            .setParameter(2, member.toString())
            .executeUpdate()
        == 1;
  }

  @Override
  public void prune(UUID id) {
    entityManager
        .createNativeQuery("DELETE FROM subscription WHERE id = ?1")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  @Override
  public void erase(UUID member) {
    entityManager
        .createNativeQuery("DELETE FROM subscription WHERE member_id = ?1")
        .setParameter(1, member.toString())
        .executeUpdate();
  }
}
