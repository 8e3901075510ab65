package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.chat.domain.Members;
import kr.gonggu.chat.domain.Neighbour;

/** Names of members in the database. */
@ApplicationScoped
public class JpaMembers implements Members {

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Override
  public void introduce(Neighbour member) {
    // Events of two topics may introduce the same member at once: one statement, no race.
    upsert(member, "id = id");
  }

  @Override
  public void rename(Neighbour member) {
    upsert(member, "nickname = IF(left_at IS NULL, VALUES(nickname), nickname)");
  }

  private void upsert(Neighbour member, String otherwise) {
    entityManager
        .createNativeQuery(
            "INSERT INTO member (id, nickname) VALUES (?1, ?2) ON DUPLICATE KEY UPDATE "
                + otherwise)
        .setParameter(1, member.id().toString())
        .setParameter(2, member.nickname())
        .executeUpdate();
  }

  @Override
  public void forget(UUID id, Instant at) {
    entityManager
        .createNativeQuery(
            "INSERT INTO member (id, nickname, left_at) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE nickname = VALUES(nickname),"
                + " left_at = COALESCE(left_at, VALUES(left_at))")
        .setParameter(1, id.toString())
        .setParameter(2, GONE)
        .setParameter(3, Timestamp.from(at))
        .executeUpdate();
  }

  @Override
  public boolean gone(UUID id) {
    return !entityManager
        .createNativeQuery("SELECT 1 FROM member WHERE id = ?1 AND left_at IS NOT NULL")
        .setParameter(1, id.toString())
        .getResultList()
        .isEmpty();
  }

  @Override
  public String nickname(UUID id) {
    return entityManager
        .createQuery("SELECT m.nickname FROM KnownMember m WHERE m.id = :id", String.class)
        .setParameter("id", id)
        .getSingleResult();
  }
}
