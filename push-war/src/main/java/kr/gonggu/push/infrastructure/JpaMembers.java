package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Neighbour;

/** Nicknames in the service's schema. */
@ApplicationScoped
public class JpaMembers implements Members {

  /** Shown where a member who left is named; clients know it. */
  private static final String PSEUDONYM = "탈퇴한 이웃";

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public void introduce(Neighbour member) {
    // Who is known is not even locked: two who act on each other must not wait for each other.
    write(
        "INSERT INTO member (id, nickname) SELECT * FROM (SELECT ?1 AS id, ?2 AS nickname) AS named"
            + " WHERE NOT EXISTS (SELECT 1 FROM member m WHERE m.id = ?1)"
            + " ON DUPLICATE KEY UPDATE member.id = member.id",
        member);
  }

  @Override
  public void rename(Neighbour member) {
    write(
        "INSERT INTO member (id, nickname) VALUES (?1, ?2) AS told"
            + " ON DUPLICATE KEY UPDATE nickname = told.nickname",
        member);
  }

  @Override
  public void forget(UUID member) {
    rename(new Neighbour(member, PSEUDONYM));
  }

  private void write(String statement, Neighbour member) {
    entityManager
        .createNativeQuery(statement)
        .setParameter(1, member.id().toString())
        .setParameter(2, member.nickname())
        .executeUpdate();
  }
}
