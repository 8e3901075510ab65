package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import kr.gonggu.push.domain.Members;
import kr.gonggu.push.domain.Neighbour;

/** Nicknames in the service's schema. */
@ApplicationScoped
public class JpaMembers implements Members {

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public void introduce(Neighbour member) {
    write(
        "INSERT INTO member (id, nickname) VALUES (?1, ?2) ON DUPLICATE KEY UPDATE id = id",
        member);
  }

  @Override
  public void rename(Neighbour member) {
    write(
        "INSERT INTO member (id, nickname) VALUES (?1, ?2) AS told"
            + " ON DUPLICATE KEY UPDATE nickname = told.nickname",
        member);
  }

  private void write(String statement, Neighbour member) {
    entityManager
        .createNativeQuery(statement)
        .setParameter(1, member.id().toString())
        .setParameter(2, member.nickname())
        .executeUpdate();
  }
}
