package kr.gonggu.localstack;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
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

  private static final String ENDPOINTS = "endpoints.properties";
  private static final String OWNERS = "owners";

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
    Path folder = Folders.create(folder(root));
    Path file = folder.resolve(ENDPOINTS);
    try (FileChannel channel = lock(folder)) {
      register(build(), folder);
      Properties known = load(file);
      if (keeper(known).isEmpty()) {
        startKeeper(root, folder, file);
        known = load(file);
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path root) {
    return root.resolve("target").resolve("test-stack");
  }

  /** Held while a keeper is looked for and started, and while one ends; closing it releases. */
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /** Two builds may share a keeper, which then lives as long as the longer one. */
  private static void register(ProcessHandle build, Path folder) {
    ProcessRecord record = ProcessRecord.of(build);
    if (record.find().isEmpty()) {
      // A record that finds nothing would end the servers under this build.
      throw new StackException(
          "The build (process %d) has ended: its tests get no servers.".formatted(build.pid()));
    }
    record.write(Folders.create(folder.resolve(OWNERS)).resolve(record.pid() + ".pid"));
  }

  private static void startKeeper(Path root, Path folder, Path file) throws IOException {
    Files.deleteIfExists(file);
    Path log = folder.resolve("keeper.log");
    Process keeper =
        new ProcessBuilder(
                ChildProcess.inOwnSession(
                    List.of(
                        Software.java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        Keeper.class.getName(),
                        root.toString())))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (!Files.exists(file)) {
      if (!keeper.isAlive() || System.nanoTime() > deadline) {
        keeper.destroy();
        throw new StackException(
            "The servers for the tests could not be started:\n" + Files.readString(log));
      }
      pause(50);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while the servers for the tests started.", e);
    }
  }

  /**
   * The build this JVM belongs to: the nearest Java process above it, which is Maven when this is
   * the fork that runs the tests; this JVM itself where there is none, as in an IDE on its own.
   */
  private static ProcessHandle build() {
    ProcessHandle self = ProcessHandle.current();
    for (Optional<ProcessHandle> above = self.parent();
        above.isPresent();
        above = above.get().parent()) {
      if (above.get().info().command().filter(command -> command.endsWith("java")).isPresent()) {
        return above.get();
      }
    }
    return self;
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
    return ProcessRecord.parse(endpoints.getProperty("keeper", "")).flatMap(ProcessRecord::find);
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

  /** The process that holds the servers and ends them when no build needs them any more. */
  static final class Keeper {

    /** A field, since a channel that nothing refers to may be closed at any time. */
    private static FileChannel ending;

    private Keeper() {}

    /**
     * @param arguments the repository
     */
    public static void main(String[] arguments) throws IOException {
      Path root = Path.of(arguments[0]);
      Path folder = folder(root);
      Path data = folder.resolve("data");
      Children.endOrphans(data);
      Folders.delete(data);
      Children children = new Children(data);
      LocalStack stack = new LocalStack(new Software(root), children, data);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    folder.resolve(ENDPOINTS).toFile().delete();
                    stack.close();
                  },
                  "end"));
      stack.start();
      publish(folder, stack);
      while (true) {
        while (owned(folder)) {
          pause(250);
        }
        // A build that wants to join waits for the lock, and then starts a keeper of its own.
        ending = lock(folder);
        if (!owned(folder)) {
          forgetOwners(folder);
          System.exit(0);
        }
        ending.close();
      }
    }

    /**
     * Whether a build needs the servers. Only looks: while a build registers, a listing may lack
     * what is being replaced, so what is seen without the lock decides nothing.
     */
    private static boolean owned(Path folder) throws IOException {
      try (DirectoryStream<Path> owners = owners(folder)) {
        for (Path owner : owners) {
          if (ProcessRecord.read(owner).flatMap(ProcessRecord::find).isPresent()) {
            return true;
          }
        }
      }
      return false;
    }

    /** Under the lock, when all of them have ended. */
    private static void forgetOwners(Path folder) throws IOException {
      try (DirectoryStream<Path> owners = owners(folder)) {
        for (Path owner : owners) {
          Files.deleteIfExists(owner);
        }
      }
    }

    private static DirectoryStream<Path> owners(Path folder) throws IOException {
      return Files.newDirectoryStream(folder.resolve(OWNERS), "*.pid");
    }

    private static void publish(Path folder, LocalStack stack) throws IOException {
      Properties endpoints = new Properties();
      stack.environment().forEach(endpoints::setProperty);
      endpoints.setProperty("keeper", ProcessRecord.self().toString());
      Path part = folder.resolve("endpoints.part");
      try (Writer writer = Files.newBufferedWriter(part)) {
        endpoints.store(writer, null);
      }
      Files.move(part, folder.resolve(ENDPOINTS), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
