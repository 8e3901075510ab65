package kr.gonggu.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** MySQL, Kafka and Redis with one data folder. */
public final class LocalStack implements AutoCloseable {

  private final Children children;
  private final MysqlServer mysql;
  private final KafkaBroker kafka;
  private final RedisServer redis;

  /**
   * A stack of this JVM's own.
   *
   * @param software where the programs are
   * @param data where everything lies that must survive
   */
  public LocalStack(Software software, Path data) {
    this(software, new Children(data), data);
  }

  LocalStack(Software software, Children children, Path data) {
    Path folder = data.toAbsolutePath();
    this.children = children;
    Ports ports = new Ports(folder.resolve("ports.properties"));
    this.mysql = new MysqlServer(software, children, folder, ports.of("mysql"));
    this.kafka =
        new KafkaBroker(
            software, children, folder, ports.of("kafka"), ports.of("kafka-controller"));
    this.redis = new RedisServer(software, children, folder, ports.of("redis"));
    ports.keep();
  }

  /** The database. */
  public MysqlServer mysql() {
    return mysql;
  }

  /** The broker. */
  public KafkaBroker kafka() {
    return kafka;
  }

  /** The cache. */
  public RedisServer redis() {
    return redis;
  }

  /**
   * Starts all three at once; ends them again when one cannot start.
   *
   * @throws StackException when one cannot start
   */
  public void start() {
    start(List.of(mysql, kafka, redis));
  }

  /**
   * Starts some at once; ends them again when one cannot start.
   *
   * @throws StackException when one cannot start
   */
  void start(List<? extends StackServer> servers) {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    List<CompletableFuture<Void>> starting =
        servers.stream()
            .map(
                server ->
                    CompletableFuture.runAsync(server::start, LocalStack::onThreadOfItsOwn)
                        .whenComplete(
                            (done, failure) -> {
                              if (failure != null) {
                                failed.completeExceptionally(failure);
                              }
                            }))
            .toList();
    try {
      CompletableFuture.anyOf(
              failed, CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)))
          .join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof StackException clear
          ? clear
          : new StackException("The servers could not be started: " + e.getCause(), e);
    }
  }

  private static void onThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "start-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** A server that ended though nobody asked it to, as a sentence that says so. */
  public Optional<StackException> crash() {
    return children.crashed().map(ChildProcess::crash);
  }

  /** The environment that makes a service use these servers. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("GONGGU_MYSQL_HOST", "127.0.0.1");
    environment.put("GONGGU_MYSQL_PORT", Integer.toString(mysql.port()));
    environment.put("GONGGU_MYSQL_USER", MysqlServer.USER);
    environment.put("GONGGU_MYSQL_PASSWORD", mysql.password());
    // Loopback: nobody listens in, and TLS would only cost.
    environment.put("GONGGU_MYSQL_TLS", "DISABLED");
    environment.put("GONGGU_KAFKA_BOOTSTRAP", "127.0.0.1:" + kafka.port());
    environment.put("GONGGU_REDIS_URI", "redis://127.0.0.1:" + redis.port());
    return environment;
  }

  /** Ends all, one after the other, and starts none any more. */
  @Override
  public void close() {
    kafka.stop();
    redis.stop();
    mysql.stop();
    children.close();
  }

  /** Ports that stay the same from start to start while they are free. */
  private static final class Ports {

    private final Path file;
    private final Properties known = new Properties();

    Ports(Path file) {
      this.file = file;
      if (Files.isRegularFile(file)) {
        try (Reader reader = Files.newBufferedReader(file)) {
          known.load(reader);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }

    int of(String name) {
      int port = Integer.parseInt(known.getProperty(name, "0"));
      if (port == 0 || !FreePorts.isFree(port)) {
        do {
          port = FreePorts.next();
        } while (known.containsValue(Integer.toString(port)));
        known.setProperty(name, Integer.toString(port));
      }
      return port;
    }

    void keep() {
      try {
        Files.createDirectories(file.getParent());
        try (Writer writer = Files.newBufferedWriter(file)) {
          known.store(writer, null);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
