package kr.gonggu.lib.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Tells one schema's outbox to Kafka: in the order of the rows, at least once, and by one relay at
 * a time however many instances run (MySQL named lock {@code <schema>.outbox}).
 *
 * <p>A row is removed only after the broker has acknowledged it. A commit on this instance wakes
 * the relay at once; rows committed by other instances are seen within {@link #IDLE_POLL}.
 */
public final class OutboxRelay implements Runnable {

  private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());

  /** How long an idle relay sleeps at most: other instances commit events without waking it. */
  public static final Duration IDLE_POLL = Duration.ofMillis(250);

  private static final int BATCH = 200;
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
  private static final int LOCK_WAIT_SECONDS = 2;

  private final DataSource dataSource;
  private final Function<OutgoingEvent, CompletionStage<Void>> channel;
  private final Duration idlePoll;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running = true;

  /**
   * @param dataSource the service's schema
   * @param channel hands one event to the broker; the stage completes at the broker's
   *     acknowledgement
   * @param idlePoll how long to sleep at most while there is nothing to tell, {@link #IDLE_POLL}
   *     for a service with several instances
   */
  public OutboxRelay(
      DataSource dataSource,
      Function<OutgoingEvent, CompletionStage<Void>> channel,
      Duration idlePoll) {
    this.dataSource = dataSource;
    this.channel = channel;
    this.idlePoll = idlePoll;
  }

  /** Says that an event was committed. Never blocks. */
  public void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  /** Ends {@link #run()} soon; what was not acknowledged stays in the outbox. */
  public void stop() {
    running = false;
    wake.release();
  }

  /** Relays until {@link #stop()}; call it on a thread that carries the service's context. */
  @Override
  public void run() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        if (lock(connection)) {
          try {
            relayWhileLocked(connection);
          } finally {
            unlock(connection);
          }
        }
      } catch (SQLException | PublishingException e) {
        if (running) {
          LOG.log(Level.WARNING, "Outbox relay pauses and tries again: {0}", e.getMessage());
          pause(RETRY_PAUSE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.log(Level.ERROR, "Outbox relay pauses after an unexpected failure", e);
          pause(RETRY_PAUSE);
        }
      }
    }
  }

  private void relayWhileLocked(Connection connection)
      throws SQLException, InterruptedException, PublishingException {
    while (running && holdsLock(connection)) {
      wake.drainPermits();
      List<OutgoingEvent> batch = next(connection);
      if (batch.isEmpty()) {
        boolean woken = wake.tryAcquire(idlePoll.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(Level.TRACE, "Outbox empty, woken: {0}", woken);
      } else {
        publish(connection, batch);
      }
    }
  }

  private void publish(Connection connection, List<OutgoingEvent> batch)
      throws SQLException, InterruptedException, PublishingException {
    List<CompletableFuture<Void>> acknowledgements = new ArrayList<>(batch.size());
    for (OutgoingEvent event : batch) {
      acknowledgements.add(channel.apply(event).toCompletableFuture());
    }
    long published = 0;
    try {
      for (int i = 0; i < batch.size(); i++) {
        if (!acknowledged(acknowledgements.get(i))) {
          return;
        }
        published = batch.get(i).sequence();
      }
    } finally {
      // Only the acknowledged head goes: the rest is told again, in order, and the inboxes of the
      // consumers recognise what they already know.
      if (published > 0) {
        removeUpTo(connection, published, batch);
      }
    }
  }

  /** Waits as long as the broker is away; false when stopped meanwhile. */
  private boolean acknowledged(CompletableFuture<Void> acknowledgement)
      throws InterruptedException, PublishingException {
    while (running) {
      try {
        acknowledgement.get(1, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException e) {
        LOG.log(Level.DEBUG, "Waiting for the broker's acknowledgement");
      } catch (ExecutionException e) {
        throw new PublishingException(e.getCause());
      }
    }
    return false;
  }

  private static List<OutgoingEvent> next(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, event_id, type, subject, data, occurred_at, traceparent, request_id"
                + " FROM outbox ORDER BY id LIMIT "
                + BATCH)) {
      try (ResultSet rows = select.executeQuery()) {
        List<OutgoingEvent> events = new ArrayList<>();
        while (rows.next()) {
          events.add(
              new OutgoingEvent(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  rows.getString(7),
                  rows.getString(8)));
        }
        return events;
      }
    }
  }

  private static void removeUpTo(Connection connection, long last, List<OutgoingEvent> batch)
      throws SQLException {
    // By id and not by range: a transaction that drew a lower id may commit only now.
    StringBuilder ids = new StringBuilder();
    for (OutgoingEvent event : batch) {
      if (event.sequence() <= last) {
        ids.append(ids.isEmpty() ? "" : ",").append(event.sequence());
      }
    }
    try (Statement delete = connection.createStatement()) {
      delete.executeUpdate("DELETE FROM outbox WHERE id IN (" + ids + ")");
    }
  }

  private static boolean lock(Connection connection) throws SQLException {
    return one(
        connection,
        "SELECT GET_LOCK(CONCAT(LEFT(DATABASE(), 56), '.outbox'), " + LOCK_WAIT_SECONDS + ")");
  }

  private static boolean holdsLock(Connection connection) throws SQLException {
    return one(
        connection,
        "SELECT IS_USED_LOCK(CONCAT(LEFT(DATABASE(), 56), '.outbox')) = CONNECTION_ID()");
  }

  private static void unlock(Connection connection) {
    try {
      one(connection, "SELECT RELEASE_LOCK(CONCAT(LEFT(DATABASE(), 56), '.outbox'))");
    } catch (SQLException e) {
      // The lock ends with its connection, and this connection is broken.
      LOG.log(Level.DEBUG, "Outbox lock went with its connection");
    }
  }

  private static boolean one(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getInt(1) == 1;
    }
  }

  private void pause(Duration duration) {
    try {
      wake.drainPermits();
      boolean woken = wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
      LOG.log(Level.TRACE, "Paused, woken: {0}", woken);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  /** The broker refused an event. */
  private static final class PublishingException extends Exception {
    private static final long serialVersionUID = 1L;

    PublishingException(Throwable cause) {
      super(cause.toString(), cause);
    }
  }
}
