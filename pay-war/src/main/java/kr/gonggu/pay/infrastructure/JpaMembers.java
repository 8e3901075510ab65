package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.Members;

/** Members in the service's schema; the column's collation makes upper and lower case equal. */
@ApplicationScoped
public class JpaMembers implements Members {

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Override
  public Optional<Member> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Member.class, id));
  }

  @Override
  public Optional<Member> named(String nickname) {
    return entityManager
        .createQuery("select m from Member m where m.nickname = :nickname", Member.class)
        .setParameter("nickname", nickname)
        .getResultStream()
        .findAny();
  }

  @Override
  public void add(Member member) {
    entityManager.persist(member);
  }

  @Override
  public void forget(UUID id) {
    entityManager
        .createNativeQuery(
            "UPDATE account a JOIN posting p ON p.account_id = a.id"
                + " JOIN transfer t ON t.id = p.transfer_id"
                + " SET t.memo = NULL"
                + " WHERE a.owner_id = ?1 AND a.kind = 'WALLET' AND p.amount < 0"
                + " AND t.memo IS NOT NULL")
        .setParameter(1, id.toString())
        .executeUpdate();
    entityManager
        .createNativeQuery("DELETE FROM idempotency WHERE member_id = ?1")
        .setParameter(1, id.toString())
        .executeUpdate();
  }

  @Override
  public void releaseNickname(Member holder) {
    holder.loseNickname();
    entityManager.flush();
  }
}
