package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gonggu.push.domain.Mailbox;
import kr.gonggu.push.domain.Mailboxes;

/** Mailboxes in the service's schema. */
@ApplicationScoped
public class JpaMailboxes implements Mailboxes {

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Override
  public List<Mailbox> lock(List<UUID> members) {
    String recipients = Recipients.of(members);
    // Makes and locks in one statement: a row that is there is locked even though nothing changes.
    entityManager
        .createNativeQuery(
            "INSERT INTO mailbox (member_id, last_id) SELECT r.member, ?2 FROM"
                + Recipients.TABLE
                + "ON DUPLICATE KEY UPDATE member_id = r.member")
        .setParameter(1, recipients)
        .setParameter(2, Mailbox.NONE.toString())
        .executeUpdate();
    List<Mailbox> mailboxes = new ArrayList<>();
    for (Object row :
        entityManager
            .createNativeQuery(
                "SELECT m.member_id, m.last_id FROM"
                    + Recipients.TABLE
                    + "STRAIGHT_JOIN mailbox m FORCE INDEX (PRIMARY) ON m.member_id = r.member"
                    + " WHERE m.closed_at IS NULL")
            .setParameter(1, recipients)
            .getResultList()) {
      Object[] columns = (Object[]) row;
      mailboxes.add(
          new Mailbox(UUID.fromString((String) columns[0]), UUID.fromString((String) columns[1])));
    }
    return mailboxes;
  }

  @Override
  public List<UUID> members(UUID after, int limit) {
    List<UUID> members = new ArrayList<>();
    for (Object id :
        entityManager
            .createNativeQuery(
                "SELECT member_id FROM mailbox WHERE member_id > ?1 ORDER BY member_id LIMIT ?2")
            .setParameter(1, after == null ? "" : after.toString())
            .setParameter(2, limit)
            .getResultList()) {
      members.add(UUID.fromString((String) id));
    }
    return members;
  }

  @Override
  public UUID lastId(UUID member) {
    List<?> found =
        entityManager
            .createNativeQuery("SELECT last_id FROM mailbox WHERE member_id = ?1")
            .setParameter(1, member.toString())
            .getResultList();
    return found.isEmpty() ? Mailbox.NONE : UUID.fromString((String) found.get(0));
  }

  @Override
  public void close(UUID member, Instant at) {
    entityManager
        .createNativeQuery("UPDATE mailbox SET closed_at = ?2 WHERE member_id = ?1")
        .setParameter(1, member.toString())
        .setParameter(2, Timestamp.from(at))
        .executeUpdate();
  }
}
