package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Members;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** Nicknames in the database. */
@ApplicationScoped
public class JpaMembers implements Members {

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Override
  public String recognize(UUID id, String nickname) {
    List<?> known =
        entityManager
            .createNativeQuery("SELECT nickname, left_at FROM member WHERE id = ?1")
            .setParameter(1, id.toString())
            .getResultList();
    if (!known.isEmpty()) {
      Object[] member = (Object[]) known.get(0);
      if (member[1] != null) {
        throw new Refusal(CommonError.UNAUTHENTICATED, "You have left the service.");
      }
      return (String) member[0];
    }
    entityManager
        .createNativeQuery("INSERT IGNORE INTO member (id, nickname) VALUES (?1, ?2)")
        .setParameter(1, id.toString())
        .setParameter(2, nickname)
        .executeUpdate();
    return nickname;
  }

  @Override
  public void rename(UUID id, String nickname) {
    entityManager
        .createNativeQuery(
            "INSERT INTO member (id, nickname) VALUES (?1, ?2) AS told"
                + " ON DUPLICATE KEY UPDATE"
                + " nickname = IF(member.left_at IS NULL, told.nickname, member.nickname)")
        .setParameter(1, id.toString())
        .setParameter(2, nickname)
        .executeUpdate();
  }

  @Override
  public void forget(UUID id, Instant leftAt) {
    entityManager
        .createNativeQuery(
            "INSERT INTO member (id, nickname, left_at) VALUES (?1, ?2, ?3) AS gone"
                + " ON DUPLICATE KEY UPDATE nickname = gone.nickname, left_at = gone.left_at")
        .setParameter(1, id.toString())
        .setParameter(2, PSEUDONYM)
        .setParameter(3, Timestamp.from(leftAt))
        .executeUpdate();
  }
}
