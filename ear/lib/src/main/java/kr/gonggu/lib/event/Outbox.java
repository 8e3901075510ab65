package kr.gonggu.lib.event;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.trace.Trace;

/**
 * The transactional outbox of one service: an event is a row that commits with the state it tells
 * of, so neither can exist without the other.
 */
public final class Outbox {

  private static final int COLUMNS = 7;

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
    publishAll(type, subject, List.of(data));
  }

  /**
   * Records events of one aggregate in the current transaction, in few statements however many they
   * are.
   *
   * @param data payload records in the order in which they are to be told
   * @throws IllegalStateException outside a transaction
   */
  public void publishAll(String type, UUID subject, List<?> data) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("An event needs the transaction of the state it tells of");
    }
    // The aggregate's row lock must be held before the outbox id is drawn: then two transactions on
    // the same aggregate draw their ids in the order in which they commit.
    entityManager.flush();
    // Parts whose sizes are powers of two: few different statements, which the database knows.
    for (int from = 0; from < data.size(); ) {
      int size = Integer.highestOneBit(data.size() - from);
      insert(type, subject, data.subList(from, from + size));
      from += size;
    }
    wakeAfterCommit();
  }

  private void insert(String type, UUID subject, List<?> data) {
    Trace trace = Trace.current();
    String rows =
        IntStream.range(0, data.size())
            .mapToObj(
                row ->
                    IntStream.rangeClosed(1, COLUMNS)
                        .mapToObj(column -> "?" + (row * COLUMNS + column))
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
    Query insert =
        entityManager.createNativeQuery(
            "INSERT INTO outbox (event_id, type, subject, data, occurred_at, traceparent,"
                + " request_id) VALUES "
                + rows);
    int parameter = 0;
    for (Object each : data) {
      insert
          .setParameter(++parameter, UuidV7.next().toString())
          .setParameter(++parameter, type)
          .setParameter(++parameter, subject.toString())
          .setParameter(++parameter, EventJson.write(each))
          .setParameter(++parameter, Timestamp.from(clock.instant()))
          .setParameter(++parameter, trace.traceparent())
          .setParameter(++parameter, trace.requestId());
    }
    insert.executeUpdate();
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
