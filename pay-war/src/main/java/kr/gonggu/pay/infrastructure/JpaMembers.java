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
  public void releaseNickname(Member holder) {
    holder.loseNickname();
    entityManager.flush();
  }
}
