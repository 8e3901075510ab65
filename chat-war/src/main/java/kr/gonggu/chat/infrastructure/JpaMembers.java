package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
    upsert(member, "nickname = VALUES(nickname)");
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
  public String nickname(UUID id) {
    return entityManager
        .createQuery("SELECT m.nickname FROM KnownMember m WHERE m.id = :id", String.class)
        .setParameter("id", id)
        .getSingleResult();
  }
}
