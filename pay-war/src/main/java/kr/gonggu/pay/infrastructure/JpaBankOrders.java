package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.BankOrders;

/** Bank orders in the service's schema. */
@ApplicationScoped
public class JpaBankOrders implements BankOrders {

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Override
  public void add(BankOrder order) {
    entityManager.persist(order);
  }

  @Override
  public Optional<BankOrder> find(UUID id) {
    return Optional.ofNullable(entityManager.find(BankOrder.class, id));
  }

  @Override
  public BankOrder lock(UUID id) {
    BankOrder order = entityManager.find(BankOrder.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (order == null) {
      throw new IllegalStateException("No bank order " + id);
    }
    return order;
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return entityManager
        .createQuery(
            "select o.id from BankOrder o where o.nextAttemptAt <= :now order by o.nextAttemptAt",
            UUID.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<BankOrder> pendingOf(UUID memberId) {
    return entityManager
        .createQuery(
            "select o from BankOrder o where o.memberId = :member and o.nextAttemptAt is not null"
                + " order by o.createdAt, o.id",
            BankOrder.class)
        .setParameter("member", memberId)
        .getResultList();
  }
}
