package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/**
 * The run command: builds what is not built, starts MySQL, Kafka, Redis and the market, and stays
 * until Ctrl-C. README, section "Run", has its options.
 */
public final class Market {

  private static final int LEAST_NODE = 20;
  private static final int LEAST_JAVA = 17;
  private static final long LEAST_FREE_MIB = 3000;
  private static final String MARKER = "gonggu-market-data";

  private final Path root;
  private final Options options;
  private final Console console;
  private final Build build;
  private final CountDownLatch ended = new CountDownLatch(1);
  private FileLock lock;
  private LocalStack stack;
  private LibertyServer liberty;
  private volatile boolean stopping;

  private Market(Path root, Options options, Console console) {
    this.root = root;
    this.options = options;
    this.console = console;
    this.build =
        new Build(
            root,
            options.data().resolve("logs/build.log"),
            System.getProperty("gonggu.maven.home", ""),
            Path.of(
                System.getProperty(
                    "gonggu.maven.repository",
                    System.getProperty("user.home") + "/.m2/repository")));
  }

  /**
   * @param arguments none; see README for {@code -D} options
   */
  public static void main(String[] arguments) {
    Console console = new Console();
    try {
      Path root = Path.of(System.getProperty("gonggu.root", "")).toAbsolutePath();
      new Market(root, Options.of(System::getProperty, System.getenv()), console).run();
    } catch (StackException e) {
      console.fail(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      console.fail("Unexpected failure: " + e);
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void run() {
    long begin = System.nanoTime();
    console.say("");
    console.say("  우리동네 공구마켓");
    checkMachine();
    openData();
    Thread end = new Thread(this::end, "end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      start(begin);
      watch();
    } catch (RuntimeException e) {
      if (stopping) {
        return;
      }
      end();
      throw e;
    }
  }

  private void start(long begin) {
    if (build.current()) {
      console.done("built already", System.nanoTime());
    } else {
      console.step(
          "build PWA, WARs and EAR",
          build::doing,
          () -> {
            build.run();
            return null;
          });
    }
    Software software = new Software(root);
    stack = new LocalStack(software, options.data());
    List<StackServer> servers = new ArrayList<>();
    options
        .mysql()
        .ifPresentOrElse(
            uri -> reachable("MySQL", uri.getHost(), uri.getPort() < 0 ? 3306 : uri.getPort()),
            () -> servers.add(stack.mysql()));
    options
        .kafka()
        .ifPresentOrElse(
            address -> {
              String first = address.split(",", 2)[0];
              int colon = first.lastIndexOf(':');
              reachable(
                  "Kafka", first.substring(0, colon), Integer.parseInt(first.substring(colon + 1)));
            },
            () -> servers.add(stack.kafka()));
    options
        .redis()
        .map(URI::create)
        .ifPresentOrElse(
            uri -> reachable("Redis", uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort()),
            () -> servers.add(stack.redis()));
    long serversBegin = System.nanoTime();
    stack.start(
        servers,
        server ->
            console.done(
                "start %s on 127.0.0.1:%d".formatted(server.name(), server.port()), serversBegin));
    liberty =
        new LibertyServer(
            software,
            "market",
            options.data(),
            root.resolve("liberty-config/market"),
            build.ear(),
            options.port(),
            "512m",
            environment());
    console.step(
        "start the market on Open Liberty",
        () -> "waiting for " + liberty.waitingFor(),
        () -> {
          liberty.start();
          return null;
        });
    console.done("all together", begin);
    console.say("");
    console.say("  Open  http://localhost:" + options.port());
    console.say("  API   http://localhost:" + options.port() + "/openapi/ui");
    console.say("  Data  " + options.data() + " (logs in " + options.data().resolve("logs") + ")");
    console.say("  Stop  Ctrl-C");
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(stack.environment());
    options
        .mysql()
        .ifPresent(
            uri -> {
              String[] account = uri.getUserInfo().split(":", 2);
              environment.put("GONGGU_MYSQL_HOST", uri.getHost());
              environment.put(
                  "GONGGU_MYSQL_PORT", Integer.toString(uri.getPort() < 0 ? 3306 : uri.getPort()));
              environment.put("GONGGU_MYSQL_USER", account[0]);
              environment.put("GONGGU_MYSQL_PASSWORD", account[1]);
              environment.put("GONGGU_MYSQL_TLS", "PREFERRED");
            });
    options.kafka().ifPresent(address -> environment.put("GONGGU_KAFKA_BOOTSTRAP", address));
    options.redis().ifPresent(address -> environment.put("GONGGU_REDIS_URI", address));
    environment.put("GONGGU_KEYS_FOLDER", options.data().resolve("keys").toString());
    environment.put("GONGGU_HTTP_HOST", options.host());
    return environment;
  }

  /** Stays until Ctrl-C, or until a child ends by itself. */
  private void watch() {
    try {
      while (!ended.await(500, TimeUnit.MILLISECONDS)) {
        stack
            .crash()
            .ifPresent(
                crash -> {
                  throw crash;
                });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what this command started, in order: the market first, the database last. */
  private synchronized void end() {
    if (stopping) {
      return;
    }
    stopping = true;
    long begin = System.nanoTime();
    build.stop();
    if (liberty != null) {
      liberty.stop();
    }
    if (stack != null) {
      stack.close();
      console.say("");
      console.done("all ended; the data stays", begin);
    }
    release();
    ended.countDown();
  }

  private void release() {
    try {
      if (lock != null && lock.isValid()) {
        lock.release();
        lock.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkMachine() {
    if (Runtime.version().feature() < LEAST_JAVA) {
      throw new StackException(
          "This needs JDK %d or newer and runs on %s (%s): install one or point JAVA_HOME at it."
              .formatted(LEAST_JAVA, Runtime.version(), System.getProperty("java.home")));
    }
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new StackException(
          "%s is a Java runtime without a compiler: install a JDK %d or newer and point JAVA_HOME at it."
              .formatted(System.getProperty("java.home"), LEAST_JAVA));
    }
    if (!build.current()) {
      checkNode();
    }
    if (!FreePorts.isFree(options.port())) {
      throw new StackException(
          "Port %d is taken: choose another with -Dport=…, or end what listens there."
              .formatted(options.port()));
    }
  }

  private static void checkNode() {
    String version = output("node", "--version");
    if (version.isEmpty()) {
      throw new StackException(
          "Node.js is missing: install version %d or newer, so that the PWA can be built."
              .formatted(LEAST_NODE));
    }
    String major = version.replaceFirst("^v(\\d+).*", "$1");
    if (!major.matches("\\d+") || Integer.parseInt(major) < LEAST_NODE) {
      throw new StackException(
          "Node.js %s is too old: install version %d or newer, so that the PWA can be built."
              .formatted(version, LEAST_NODE));
    }
    if (output("npm", "--version").isEmpty()) {
      throw new StackException(
          "npm is missing beside Node.js: install it, so that the PWA can be built.");
    }
  }

  private static String output(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(false).start();
      process.getOutputStream().close();
      String text =
          new String(
                  process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
              .strip();
      return process.waitFor() == 0 ? text : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** Takes the data folder for this run alone. */
  private void openData() {
    Path data = options.data();
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        throw inUse(data);
      }
      int orphans = Children.endOrphans(data);
      if (orphans > 0) {
        console.say("  Ended %d process(es) that a killed run had left behind.".formatted(orphans));
      }
      if (options.fresh()) {
        empty(data);
      }
      Files.writeString(data.resolve(MARKER), "");
      long free = Files.getFileStore(data).getUsableSpace() / (1024 * 1024);
      if (free < LEAST_FREE_MIB) {
        throw new StackException(
            "Only %d MiB are free where %s lies and %d are needed: make room or choose another folder with -Ddata=…."
                .formatted(free, data, LEAST_FREE_MIB));
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(data);
    } catch (IOException e) {
      throw new StackException(
          "The data folder %s cannot be used (%s): choose another with -Ddata=…."
              .formatted(data, e.getMessage()),
          e);
    }
  }

  private static StackException inUse(Path data) {
    return new StackException(
        "The data folder %s is in use by another run: end that one, or choose another with -Ddata=…."
            .formatted(data));
  }

  /** Empties a folder that this command filled, and no other. */
  private static void empty(Path data) throws IOException {
    if (!Files.exists(data.resolve(MARKER))) {
      try (var files = Files.list(data)) {
        if (files.anyMatch(file -> !file.getFileName().toString().equals("lock"))) {
          throw new StackException(
              "-Dfresh empties only folders that this command made, and %s is none: empty it yourself or choose another with -Ddata=…."
                  .formatted(data));
        }
      }
    }
    try (var files = Files.list(data)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals("lock")) {
          Folders.delete(file);
        }
      }
    }
  }

  private static void reachable(String name, String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 3000);
    } catch (IOException e) {
      throw new StackException(
          "%s does not answer at %s:%d: start it there, or leave the option out and one is started for you."
              .formatted(name, host, port));
    }
  }
}
