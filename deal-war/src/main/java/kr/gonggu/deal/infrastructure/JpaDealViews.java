package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.UUID;
import kr.gonggu.deal.domain.DealViews;

/** Looks in the database: in tables of their own, so that a look never waits for a join. */
@ApplicationScoped
public class JpaDealViews implements DealViews {

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Override
  public boolean count(UUID dealId, UUID memberId, LocalDate day) {
    int first =
        entityManager
            .createNativeQuery(
                "INSERT IGNORE INTO deal_view (deal_id, member_id, day) VALUES (?1, ?2, ?3)")
            .setParameter(1, dealId.toString())
            .setParameter(2, memberId.toString())
            .setParameter(3, day.toString())
            .executeUpdate();
    if (first == 0) {
      return false;
    }
    entityManager
        .createNativeQuery(
            "INSERT INTO deal_views (deal_id, views) VALUES (?1, 1)"
                + " ON DUPLICATE KEY UPDATE views = views + 1")
        .setParameter(1, dealId.toString())
        .executeUpdate();
    return true;
  }
}
