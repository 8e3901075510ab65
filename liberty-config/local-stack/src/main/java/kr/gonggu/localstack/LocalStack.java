package kr.gonggu.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** MySQL, Kafka and Redis with one data folder. */
public final class LocalStack implements AutoCloseable {

  private final Path data;
  private final MysqlServer mysql;
  private final KafkaBroker kafka;
  private final RedisServer redis;

  /**
   * @param software where the programs are
   * @param data where everything lies that must survive
   */
  public LocalStack(Software software, Path data) {
    this.data = data.toAbsolutePath();
    Ports ports = new Ports(this.data.resolve("ports.properties"));
    this.mysql = new MysqlServer(software, this.data, ports.of("mysql"));
    this.kafka =
        new KafkaBroker(software, this.data, ports.of("kafka"), ports.of("kafka-controller"));
    this.redis = new RedisServer(software, this.data, ports.of("redis"));
    ports.keep();
  }

  /** Ends what an earlier, killed run with this data folder left behind. */
  static int endOrphans(Path data) {
    return ProcessRecord.endAll(data.toAbsolutePath().resolve("run"));
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

  /** Starts all three at once; ends them again when one cannot start. */
  public void start() {
    start(List.of(mysql, kafka, redis), server -> {});
  }

  /**
   * Starts some at once; ends them again when one cannot start.
   *
   * @param started told of each server that answers
   */
  void start(List<StackServer> servers, Consumer<StackServer> started) {

    List<CompletableFuture<Void>> starting = new ArrayList<>();
    for (StackServer server : servers) {
      starting.add(
          CompletableFuture.runAsync(
              () -> {
                server.start();
                started.accept(server);
              },
              task -> {
                Thread thread = new Thread(task, "start-" + server.name());
                thread.setDaemon(true);
                thread.start();
              }));
    }
    try {
      CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      close();
      throw e.getCause() instanceof StackException clear
          ? clear
          : new StackException("The servers could not be started: " + e.getCause(), e);
    }
  }

  /** A server that ended though nobody asked it to. */
  Optional<ChildProcess> crashed() {
    return List.of(mysql, kafka, redis).stream()
        .map(StackServer::process)
        .filter(process -> process != null && process.crashed())
        .findFirst();
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

  /** Ends all in order: what writes before what is written to. */
  @Override
  public void close() {
    kafka.stop();
    redis.stop();
    mysql.stop();
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
