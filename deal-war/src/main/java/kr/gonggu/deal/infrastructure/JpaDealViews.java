package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.DealViews;

/** Looks in the database. */
@ApplicationScoped
public class JpaDealViews implements DealViews {

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Override
  public void record(UUID dealId, UUID memberId, LocalDate day) {
    entityManager
        .createNativeQuery(
            "INSERT IGNORE INTO deal_view (deal_id, member_id, day) VALUES (?1, ?2, ?3)")
        .setParameter(1, dealId.toString())
        .setParameter(2, memberId.toString())
        .setParameter(3, day.toString())
        .executeUpdate();
  }

  @Override
  public List<UUID> notAddedUp(int most) {
    List<?> ids =
        entityManager
            .createNativeQuery(
                "SELECT DISTINCT deal_id FROM deal_view WHERE counted = FALSE LIMIT ?1")
            .setParameter(1, most)
            .getResultList();
    return ids.stream().map(id -> UUID.fromString((String) id)).toList();
  }

  @Override
  public void addUp(UUID dealId) {
    // Whoever marks a look adds it: another instance waits for the mark and then finds nothing.
    int looks =
        entityManager
            .createNativeQuery(
                "UPDATE deal_view SET counted = TRUE WHERE deal_id = ?1 AND counted = FALSE")
            .setParameter(1, dealId.toString())
            .executeUpdate();
    if (looks > 0) {
      entityManager
          .createNativeQuery("UPDATE deal SET views = views + ?1 WHERE id = ?2")
          .setParameter(1, looks)
          .setParameter(2, dealId.toString())
          .executeUpdate();
    }
  }

  @Override
  public void forgetBefore(LocalDate day) {
    entityManager
        .createNativeQuery("DELETE FROM deal_view WHERE day < ?1 AND counted LIMIT 10000")
        .setParameter(1, day.toString())
        .executeUpdate();
  }
}
