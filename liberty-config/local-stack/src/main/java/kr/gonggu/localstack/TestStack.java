package kr.gonggu.localstack;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One MySQL, Kafka and Redis for all tests of a build: the first test JVM that asks starts them,
 * the others join, and they end by themselves when the build does, however it ends.
 */
public final class TestStack {

  private static TestStack joined;

  private final Properties endpoints;

  private TestStack(Properties endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * The build's stack.
   *
   * @throws StackException when it cannot be started
   */
  public static synchronized TestStack get() {
    if (joined == null) {
      joined = new TestStack(join(root()));
    }
    return joined;
  }

  /** The repository. */
  public static Path root() {
    String root = System.getProperty("gonggu.root");
    if (root == null) {
      throw new StackException(
          "Start this test with -Dgonggu.root=<repository>, as the Maven build does.");
    }
    return Path.of(root);
  }

  /** {@code GONGGU_*} variables for a service under test, with schemas and topics of its own. */
  public Map<String, String> environment(String schemaPrefix, String topicPrefix) {
    Map<String, String> environment = new LinkedHashMap<>();
    endpoints.stringPropertyNames().stream()
        .filter(name -> name.startsWith("GONGGU_"))
        .sorted()
        .forEach(name -> environment.put(name, endpoints.getProperty(name)));
    environment.put("GONGGU_MYSQL_SCHEMA_PREFIX", schemaPrefix);
    environment.put("GONGGU_TOPIC_PREFIX", topicPrefix);
    environment.put("GONGGU_REDIS_PREFIX", topicPrefix + ":");
    return environment;
  }

  /** Short and unique, for names of schemas and topics. */
  public static String newName() {
    return "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
  }

  /** Kafka's address. */
  public String kafkaBootstrap() {
    return endpoints.getProperty("GONGGU_KAFKA_BOOTSTRAP");
  }

  /** Redis's address. */
  public String redisUri() {
    return endpoints.getProperty("GONGGU_REDIS_URI");
  }

  /** JDBC address of a schema. */
  public String jdbcUrl(String schema) {
    return "jdbc:mysql://%s:%s/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
        .formatted(
            endpoints.getProperty("GONGGU_MYSQL_HOST"),
            endpoints.getProperty("GONGGU_MYSQL_PORT"),
            schema);
  }

  /** Database account. */
  public String mysqlUser() {
    return endpoints.getProperty("GONGGU_MYSQL_USER");
  }

  /** Its password. */
  public String mysqlPassword() {
    return endpoints.getProperty("GONGGU_MYSQL_PASSWORD");
  }

  private static Properties join(Path root) {
    Path folder = root.resolve("target").resolve("test-stack");
    Path file = folder.resolve("endpoints.properties");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Properties known = lock.isValid() ? load(file) : new Properties();
        if (keeper(known).isPresent()) {
          return known;
        }
        startKeeper(root, folder, file);
        return load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void startKeeper(Path root, Path folder, Path file) throws IOException {
    Files.deleteIfExists(file);
    Path log = folder.resolve("keeper.log");
    ProcessRecord owner = ProcessRecord.of(build());
    Process keeper =
        new ProcessBuilder(
                Software.java(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Keeper.class.getName(),
                root.toString(),
                Long.toString(owner.pid()),
                Long.toString(owner.started()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (!Files.exists(file)) {
      if (!keeper.isAlive() || System.nanoTime() > deadline) {
        throw new StackException(
            "The servers for the tests could not be started:\n" + Files.readString(log));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException("Interrupted while the servers for the tests started.", e);
      }
    }
  }

  /**
   * The build this JVM belongs to: the outermost Java process above it, which is Maven (or the IDE)
   * and not the fork that runs the tests.
   */
  private static ProcessHandle build() {
    ProcessHandle build = ProcessHandle.current();
    for (Optional<ProcessHandle> parent = build.parent();
        parent.isPresent();
        parent = parent.get().parent()) {
      if (parent.get().info().command().filter(command -> command.endsWith("java")).isPresent()) {
        build = parent.get();
      }
    }
    return build;
  }

  private static String classPath() {
    return List.of(TestStack.class, com.mysql.cj.jdbc.Driver.class).stream()
        .map(TestStack::location)
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  private static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<ProcessHandle> keeper(Properties endpoints) {
    String pid = endpoints.getProperty("keeper.pid");
    return pid == null
        ? Optional.empty()
        : new ProcessRecord(
                Long.parseLong(pid), Long.parseLong(endpoints.getProperty("keeper.started")))
            .find();
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  /** The process that holds the servers and ends them with the build. */
  static final class Keeper {

    private Keeper() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path root = Path.of(arguments[0]);
      ProcessRecord owner =
          new ProcessRecord(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
      Path folder = root.resolve("target").resolve("test-stack");
      Path data = folder.resolve("data");
      LocalStack.endOrphans(data);
      Folders.delete(data);
      LocalStack stack = new LocalStack(new Software(root), data);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "end"));
      stack.start();
      publish(folder, stack);
      while (owner.find().isPresent()) {
        Thread.sleep(250);
      }
      Files.deleteIfExists(folder.resolve("endpoints.properties"));
      System.exit(0);
    }

    private static void publish(Path folder, LocalStack stack) throws IOException {
      Properties endpoints = new Properties();
      stack.environment().forEach(endpoints::setProperty);
      ProcessRecord self = ProcessRecord.of(ProcessHandle.current());
      endpoints.setProperty("keeper.pid", Long.toString(self.pid()));
      endpoints.setProperty("keeper.started", Long.toString(self.started()));
      Path part = folder.resolve("endpoints.part");
      try (Writer writer = Files.newBufferedWriter(part)) {
        endpoints.store(writer, null);
      }
      Files.move(part, folder.resolve("endpoints.properties"), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
