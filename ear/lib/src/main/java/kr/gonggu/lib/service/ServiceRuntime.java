package kr.gonggu.lib.service;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.persistence.EntityManager;
import jakarta.servlet.ServletContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import kr.gonggu.lib.event.Inbox;
import kr.gonggu.lib.event.KafkaChannel;
import kr.gonggu.lib.event.Outbox;
import kr.gonggu.lib.event.OutboxRelay;
import kr.gonggu.lib.persistence.Retention;
import kr.gonggu.lib.persistence.SchemaMigration;
import org.eclipse.microprofile.reactive.messaging.Emitter;

/**
 * The moving parts of one service: its schema, its outbox and relay, its inbox, and threads that
 * carry the service's own context wherever they were begun.
 *
 * <p>Nothing that a neighbour does can keep it from starting: while the database is away it tries
 * again, {@link #waitingFor()} says so, and consumers wait.
 */
public abstract class ServiceRuntime {

  private static final Logger LOG = System.getLogger(ServiceRuntime.class.getName());
  private static final Duration MIGRATION_RETRY = Duration.ofSeconds(1);
  private static final Duration FORGETTING_PAUSE = Duration.ofHours(1);
  private static final Duration FORGETTING_RETRY = Duration.ofMinutes(1);

  private final Duration idlePoll;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Parts parts;
  private Outbox outbox;
  private Inbox inbox;
  private OutboxRelay relay;
  private UserTransaction transaction;
  private Executor withContext;
  private volatile String waitingFor = "start";

  /** A service that may have several instances. */
  protected ServiceRuntime() {
    this(OutboxRelay.IDLE_POLL);
  }

  /**
   * @param idlePoll how long its relay sleeps at most while nothing wakes it
   */
  ServiceRuntime(Duration idlePoll) {
    this.idlePoll = idlePoll;
  }

  /**
   * What differs between services.
   *
   * @param service name: {@code deal}
   * @param dataSource the service's schema
   * @param entityManager the service's transaction-scoped entity manager
   * @param clock the service's clock
   * @param events the outgoing channel, or null for a service that tells nothing
   */
  public record Parts(
      String service,
      DataSource dataSource,
      EntityManager entityManager,
      Clock clock,
      Emitter<String> events) {}

  /** The service's parts, asked for once at start. */
  protected abstract Parts parts();

  /** Begins the service; call it on a thread that carries the WAR's context. */
  public synchronized void start(ServletContext war) {
    parts = parts();
    transaction = lookup("java:comp/UserTransaction", UserTransaction.class);
    ManagedExecutorService threads =
        lookup("java:comp/DefaultManagedExecutorService", ManagedExecutorService.class);
    Executor captured =
        lookup("java:comp/DefaultContextService", ContextService.class).currentContextExecutor();
    withContext = task -> threads.execute(() -> captured.execute(task));
    relay =
        new OutboxRelay(
            parts.dataSource(),
            new KafkaChannel(parts.events(), "/gonggu/" + parts.service()),
            idlePoll);
    outbox =
        new Outbox(
            parts.entityManager(),
            parts.clock(),
            lookup(
                "java:comp/TransactionSynchronizationRegistry",
                TransactionSynchronizationRegistry.class),
            relay::wake);
    inbox = new Inbox(parts.entityManager(), parts.clock());
    waitingFor = "database";
    SchemaMigration migration = new SchemaMigration(parts.service(), parts.dataSource(), war);
    ManagedThreadFactory factory =
        lookup("java:comp/DefaultManagedThreadFactory", ManagedThreadFactory.class);
    Thread retention = thread(factory, "retention", this::forget);
    thread(factory, "relay", () -> migrateThenRelay(migration, retention)).start();
  }

  private Thread thread(ManagedThreadFactory factory, String name, Runnable work) {
    Thread thread = factory.newThread(work);
    thread.setName(parts.service() + "-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private void migrateThenRelay(SchemaMigration migration, Thread retention) {
    if (!migrate(migration)) {
      return;
    }
    retention.start();
    waitingFor = null;
    ready.complete(null);
    if (parts.events() != null) {
      relay.run();
    }
  }

  /** False when the service stops before its schema is current. */
  private boolean migrate(SchemaMigration migration) {
    while (true) {
      try {
        migration.migrate();
        return true;
      } catch (SQLException | RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "{0} waits for its schema and tries again: {1}",
            parts.service(),
            e.getMessage());
        if (pause(MIGRATION_RETRY)) {
          return false;
        }
      }
    }
  }

  private void forget() {
    Retention retention = new Retention(parts.dataSource(), parts.clock());
    Duration pause;
    do {
      try {
        pause = retention.prune() ? FORGETTING_PAUSE : Duration.ofSeconds(1);
      } catch (SQLException | RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "{0} keeps what is old for another while: {1}",
            parts.service(),
            e.getMessage());
        pause = FORGETTING_RETRY;
      }
    } while (!awaitStop(pause));
  }

  /** Ends the relay and lets no more work begin. */
  public synchronized void stop() {
    stopped.countDown();
    if (relay != null) {
      relay.stop();
    }
    ready.completeExceptionally(new IllegalStateException("the service has stopped"));
  }

  /** True from {@link #stop()} on: what fails now fails because the service goes. */
  public boolean stopping() {
    return stopped.getCount() == 0;
  }

  /** The service's outbox. */
  public Outbox outbox() {
    return outbox;
  }

  /** The service's inbox. */
  public Inbox inbox() {
    return inbox;
  }

  /**
   * For the readiness check.
   *
   * @return what the service waits for, or empty when the schema is current and the database
   *     answers
   */
  public Optional<String> waitingFor() {
    String waiting = waitingFor;
    if (waiting != null) {
      return Optional.of(waiting);
    }
    try (Connection connection = parts.dataSource().getConnection()) {
      return connection.isValid(2) ? Optional.empty() : Optional.of("database");
    } catch (SQLException e) {
      return Optional.of("database");
    }
  }

  /** True once the schema is current, and from then on: for the start-up check. */
  public boolean started() {
    return ready.isDone() && !ready.isCompletedExceptionally();
  }

  /**
   * Runs work with the service's context, after the schema is current.
   *
   * @return completes with the work, exceptionally when it throws
   */
  public CompletionStage<Void> runWhenReady(Runnable work) {
    return ready.thenComposeAsync(
        done -> {
          work.run();
          return CompletableFuture.<Void>completedFuture(null);
        },
        task -> withContext.execute(task));
  }

  /** Runs work on a pooled thread with the service's context. */
  public void execute(Runnable work) {
    withContext.execute(work);
  }

  /**
   * Runs work in one new transaction.
   *
   * @throws RuntimeException what the work threw, after the rollback
   * @throws TransactionFailedException when the commit failed
   */
  public void inTransaction(Runnable work) {
    callInTransaction(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Runs work in one new transaction.
   *
   * @return what the work returned, once it is committed
   * @throws RuntimeException what the work threw, after the rollback
   * @throws TransactionFailedException when the commit failed
   */
  public <T> T callInTransaction(Supplier<T> work) {
    try {
      transaction.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new TransactionFailedException(e);
    }
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      rollback();
      throw e;
    }
    try {
      transaction.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new TransactionFailedException(e);
    }
    return result;
  }

  /**
   * Waits, but not longer than the service lives.
   *
   * @return true when the service is stopping
   */
  public boolean pause(Duration duration) {
    return awaitStop(duration);
  }

  private boolean awaitStop(Duration duration) {
    try {
      return stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void rollback() {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException e) {
      LOG.log(Level.WARNING, "Rollback failed", e);
    }
  }

  @SuppressWarnings("BanJNDI") // names are constants of the Jakarta EE platform, section EE.5
  private static <T> T lookup(String name, Class<T> type) {
    try {
      return type.cast(InitialContext.doLookup(name));
    } catch (NamingException e) {
      throw new IllegalStateException("This server lacks " + name, e);
    }
  }
}
