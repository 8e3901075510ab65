package kr.gonggu.lib.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Jakarta Transactions as far as ear/lib uses it, upon one database: a transaction belongs to a
 * thread, and so does the entity manager in it.
 */
final class TestTransactions implements UserTransaction, TransactionSynchronizationRegistry {

  private final EntityManagerFactory factory;
  private final ThreadLocal<Current> current = new ThreadLocal<>();

  TestTransactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  private static final class Current {
    private final EntityManager entityManager;
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();

    Current(EntityManager entityManager) {
      this.entityManager = entityManager;
    }
  }

  /** What {@code @PersistenceContext} injects: that of the transaction, else one for one call. */
  EntityManager entityManager() {
    return (EntityManager)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              Current transaction = current.get();
              EntityManager target =
                  transaction == null ? factory.createEntityManager() : transaction.entityManager;
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public void begin() {
    if (current.get() != null) {
      throw new IllegalStateException("transactions do not nest");
    }
    EntityManager entityManager = factory.createEntityManager();
    entityManager.getTransaction().begin();
    current.set(new Current(entityManager));
  }

  @Override
  public void commit() throws RollbackException {
    try {
      current.get().entityManager.getTransaction().commit();
    } catch (PersistenceException e) {
      complete(Status.STATUS_ROLLEDBACK);
      RollbackException rolledBack = new RollbackException(e.getMessage());
      rolledBack.initCause(e);
      throw rolledBack;
    }
    complete(Status.STATUS_COMMITTED);
  }

  @Override
  public void rollback() {
    try {
      current.get().entityManager.getTransaction().rollback();
    } catch (RuntimeException e) {
      // The connection is gone, and the transaction with it.
    }
    complete(Status.STATUS_ROLLEDBACK);
  }

  private void complete(int status) {
    Current completed = current.get();
    current.remove();
    completed.entityManager.close();
    completed.synchronizations.forEach(each -> each.afterCompletion(status));
  }

  @Override
  public int getStatus() {
    return current.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
  }

  @Override
  public int getTransactionStatus() {
    return getStatus();
  }

  @Override
  public Object getTransactionKey() {
    return current.get();
  }

  @Override
  public void putResource(Object key, Object value) {
    current.get().resources.put(key, value);
  }

  @Override
  public Object getResource(Object key) {
    return current.get().resources.get(key);
  }

  @Override
  public void registerInterposedSynchronization(Synchronization synchronization) {
    current.get().synchronizations.add(synchronization);
  }

  @Override
  public void setRollbackOnly() {
    current.get().entityManager.getTransaction().setRollbackOnly();
  }

  @Override
  public boolean getRollbackOnly() {
    return current.get().entityManager.getTransaction().getRollbackOnly();
  }

  @Override
  public void setTransactionTimeout(int seconds) {}
}
