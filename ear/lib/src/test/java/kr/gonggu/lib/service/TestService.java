package kr.gonggu.lib.service;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import kr.gonggu.lib.persistence.TestSchema;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A service that runs without a server: real database, real threads and transactions, and a broker
 * that takes what it is given.
 */
public final class TestService extends ServiceRuntime implements AutoCloseable {

  /** The server's names, for services started one after the other. */
  private static Map<String, Object> names = Map.of();

  private final DataSource dataSource;
  private final Clock clock;
  private final Emitter<String> events;
  private final EntityManagerFactory factory;
  private final TestTransactions transactions;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final List<Message<? extends String>> told = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /** What JNDI asks for a context. */
  public static final class Names implements InitialContextFactory {
    @Override
    @SuppressWarnings("BanJNDI") // nothing is looked up: the call is taught what to answer
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
      Context context = mock(Context.class);
      when(context.lookup(anyString())).thenAnswer(call -> names.get(call.getArgument(0)));
      return context;
    }
  }

  private TestService(DataSource dataSource, Clock clock, boolean tells) {
    // Nothing but waking makes its relay look.
    super(Duration.ofDays(1));
    this.dataSource = dataSource;
    this.clock = clock;
    this.events = tells ? new Broker() : null;
    this.factory =
        Persistence.createEntityManagerFactory(
            "lib",
            Map.of(
                "jakarta.persistence.nonJtaDataSource",
                dataSource,
                "eclipselink.session-name",
                UUID.randomUUID().toString()));
    this.transactions = new TestTransactions(factory);
  }

  /** A service that tells nothing and is not begun. */
  public static TestService silent(DataSource dataSource, Clock clock) {
    return new TestService(dataSource, clock, false);
  }

  /** A service that is not begun, and whose relay sleeps for a day unless it is woken. */
  public static TestService telling(DataSource dataSource, Clock clock) {
    return new TestService(dataSource, clock, true);
  }

  /** Begins in an empty schema, and waits until the tables of ear/lib are in it. */
  public TestService up() {
    start();
    await().until(this::started);
    return this;
  }

  /** Begins as its WAR's listener would; its one migration makes the tables of ear/lib. */
  public void start() {
    ManagedExecutorService executor = mock(ManagedExecutorService.class);
    doAnswer(
            call -> {
              threads.execute(call.getArgument(0));
              return null;
            })
        .when(executor)
        .execute(any());
    ContextService contexts = mock(ContextService.class);
    Executor sameThread = Runnable::run;
    when(contexts.currentContextExecutor()).thenReturn(sameThread);
    ManagedThreadFactory threadFactory = mock(ManagedThreadFactory.class);
    when(threadFactory.newThread(any(Runnable.class)))
        .thenAnswer(
            call -> {
              Thread thread = new Thread(call.<Runnable>getArgument(0));
              started.add(thread);
              return thread;
            });
    names =
        Map.of(
            "java:comp/UserTransaction", transactions,
            "java:comp/TransactionSynchronizationRegistry", transactions,
            "java:comp/DefaultManagedExecutorService", executor,
            "java:comp/DefaultContextService", contexts,
            "java:comp/DefaultManagedThreadFactory", threadFactory);
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
    start(TestWar.carrying("test", Map.of("V1__tables.sql", TestSchema.tables())));
  }

  @Override
  protected Parts parts() {
    return new Parts("test", dataSource, transactions.entityManager(), clock, events);
  }

  /** Waits next to nothing, but keeps for how long it was asked to. */
  @Override
  public boolean pause(Duration duration) {
    pauses.add(duration);
    return super.pause(Duration.ofMillis(5));
  }

  /** What the service's work was asked to wait, in order. */
  public List<Duration> pauses() {
    return pauses;
  }

  /** The service's transaction-scoped entity manager. */
  public EntityManager entityManager() {
    return transactions.entityManager();
  }

  /** The server's registry of synchronizations. */
  public TransactionSynchronizationRegistry transactions() {
    return transactions;
  }

  /** What the broker was told, in order. */
  public List<Message<? extends String>> told() {
    return told;
  }

  /** The threads that were made for the service. */
  public List<Thread> startedThreads() {
    return started;
  }

  /** Stops the service and waits until nothing of it runs. */
  @Override
  public void close() throws InterruptedException {
    stop();
    for (Thread thread : started) {
      thread.join(10_000);
      if (thread.isAlive()) {
        throw new IllegalStateException(thread.getName() + " outlives its service");
      }
    }
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the service's work outlives it");
    }
    if (factory.isOpen()) {
      factory.close();
    }
  }

  /** Acknowledges at once. */
  private final class Broker implements Emitter<String> {

    @Override
    public CompletionStage<Void> send(String payload) {
      return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    @Override
    public <M extends Message<? extends String>> void send(M message) {
      told.add(message);
      message.ack().toCompletableFuture().join();
    }

    @Override
    public void complete() {}

    @Override
    public void error(Exception e) {}

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public boolean hasRequests() {
      return true;
    }
  }
}
