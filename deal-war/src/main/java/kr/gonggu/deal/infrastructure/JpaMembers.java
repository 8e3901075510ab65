package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Members;

/** Nicknames in the database. */
@ApplicationScoped
public class JpaMembers implements Members {

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Override
  public String recognize(UUID id, String nickname) {
    List<?> known = nickname(id);
    if (!known.isEmpty()) {
      return (String) known.get(0);
    }
    entityManager
        .createNativeQuery("INSERT IGNORE INTO member (id, nickname) VALUES (?1, ?2)")
        .setParameter(1, id.toString())
        .setParameter(2, nickname)
        .executeUpdate();
    return nickname;
  }

  private List<?> nickname(UUID id) {
    return entityManager
        .createNativeQuery("SELECT nickname FROM member WHERE id = ?1")
        .setParameter(1, id.toString())
        .getResultList();
  }

  @Override
  public void rename(UUID id, String nickname) {
    entityManager
        .createNativeQuery(
            "INSERT INTO member (id, nickname) VALUES (?1, ?2) AS told"
                + " ON DUPLICATE KEY UPDATE nickname = told.nickname")
        .setParameter(1, id.toString())
        .setParameter(2, nickname)
        .executeUpdate();
  }
}
