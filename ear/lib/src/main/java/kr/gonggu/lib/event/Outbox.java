package kr.gonggu.lib.event;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.trace.Trace;

/**
 * The transactional outbox of one service: an event is a row that commits with the state it tells
 * of, so neither can exist without the other.
 */
public final class Outbox {

  private final EntityManager entityManager;
  private final Clock clock;
  private final TransactionSynchronizationRegistry transactions;
  private final Runnable wakeRelay;

  /**
   * @param entityManager the service's transaction-scoped entity manager
   * @param clock gives the event's time
   * @param transactions the server's registry, to hear of the commit
   * @param wakeRelay called after each commit that held an event
   */
  public Outbox(
      EntityManager entityManager,
      Clock clock,
      TransactionSynchronizationRegistry transactions,
      Runnable wakeRelay) {
    this.entityManager = entityManager;
    this.clock = clock;
    this.transactions = transactions;
    this.wakeRelay = wakeRelay;
  }

  /**
   * Records an event in the current transaction.
   *
   * @param type past-tense name, for example {@code DealOpened}
   * @param subject id of the aggregate, which is the Kafka key: events of one aggregate keep order
   * @param data payload record, bound with JSON-B
   * @throws IllegalStateException outside a transaction
   */
  public void publish(String type, UUID subject, Object data) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("An event needs the transaction of the state it tells of");
    }
    // The aggregate's row lock must be held before the outbox id is drawn: then two transactions on
    // the same aggregate draw their ids in the order in which they commit.
    entityManager.flush();
    Trace trace = Trace.current();
    entityManager
        .createNativeQuery(
            "INSERT INTO outbox (event_id, type, subject, data, occurred_at, traceparent,"
                + " request_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, UuidV7.next().toString())
        .setParameter(2, type)
        .setParameter(3, subject.toString())
        .setParameter(4, EventJson.write(data))
        .setParameter(5, Timestamp.from(clock.instant()))
        .setParameter(6, trace.traceparent())
        .setParameter(7, trace.requestId())
        .executeUpdate();
    wakeAfterCommit();
  }

  private void wakeAfterCommit() {
    if (transactions.getResource(this) != null) {
      return;
    }
    transactions.putResource(this, true);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              wakeRelay.run();
            }
          }
        });
  }
}
