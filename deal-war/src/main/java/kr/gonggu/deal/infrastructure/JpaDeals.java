package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.Deals;

/** Deals in the database. */
@ApplicationScoped
public class JpaDeals implements Deals {

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Override
  public void add(Deal deal) {
    entityManager.persist(deal);
  }

  @Override
  public Optional<Deal> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Deal.class, id));
  }

  @Override
  public Optional<Deal> lock(UUID id) {
    return Optional.ofNullable(entityManager.find(Deal.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public boolean takeShares(UUID id, UUID memberId, int quantity, Instant now) {
    // MySQL assigns from left to right: the status must be decided before the sum changes.
    return entityManager
            .createNativeQuery(
                "UPDATE deal SET"
                    + " status = IF(shares_taken + ?1 = shares, 'FULL', status),"
                    + " shares_taken = shares_taken + ?1"
                    + " WHERE id = ?2 AND host_id <> ?3 AND status = 'RECRUITING'"
                    + " AND deadline > ?4 AND shares_taken + ?1 <= shares"
                    + " AND NOT EXISTS (SELECT 1 FROM enrollment e"
                    + " WHERE e.deal_id = ?2 AND e.live_member_id = ?3)")
            .setParameter(1, quantity)
            .setParameter(2, id.toString())
            .setParameter(3, memberId.toString())
            .setParameter(4, Timestamp.from(now))
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean expire(UUID id, Instant now) {
    return entityManager
            .createNativeQuery(
                "UPDATE deal SET status = 'EXPIRED', remind_at = NULL, version = version + 1"
                    + " WHERE id = ?1 AND status = 'RECRUITING' AND deadline <= ?2")
            .setParameter(1, id.toString())
            .setParameter(2, Timestamp.from(now))
            .executeUpdate()
        == 1;
  }

  @Override
  public List<UUID> overdue(Instant now, int most) {
    return ids(
        entityManager
            .createNativeQuery(
                "SELECT id FROM deal WHERE status = 'RECRUITING' AND deadline <= ?1"
                    + " ORDER BY deadline LIMIT ?2")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, most));
  }

  @Override
  public List<UUID> toRemind(Instant now, int most) {
    return ids(
        entityManager
            .createNativeQuery(
                "SELECT id FROM deal WHERE remind_at <= ?1 ORDER BY remind_at LIMIT ?2")
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, most));
  }

  @Override
  public List<UUID> underWayWith(UUID memberId) {
    return ids(
        entityManager
            .createNativeQuery(
                "SELECT id FROM deal WHERE host_id = ?1 AND status IN ('RECRUITING', 'FULL')"
                    + " UNION SELECT d.id FROM enrollment e JOIN deal d ON d.id = e.deal_id"
                    + " WHERE e.member_id = ?1 AND e.live_member_id IS NOT NULL"
                    + " AND d.status IN ('RECRUITING', 'FULL')"
                    + " ORDER BY id")
            .setParameter(1, memberId.toString()));
  }

  private static List<UUID> ids(Query query) {
    List<?> ids = query.getResultList();
    return ids.stream().map(id -> UUID.fromString((String) id)).toList();
  }
}
