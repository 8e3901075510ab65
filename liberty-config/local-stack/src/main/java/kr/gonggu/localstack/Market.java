package kr.gonggu.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import kr.gonggu.demo.DemoData;
import kr.gonggu.demo.DemoDataException;
import kr.gonggu.demo.DemoMark;

/**
 * The run command: builds what is not built, starts MySQL, Kafka, Redis and the market, and stays
 * until Ctrl-C. README, section "Run", has its options.
 *
 * <p>It runs inside Maven's JVM ({@code exec:java}), so that Ctrl-C, which ends Maven, waits for
 * the shutdown hook that ends the children in order. A failure ends that JVM with status 1 right
 * after the sentence that says what to mend, before Maven can add words of its own.
 */
public final class Market {

  private static final String HEAP = "512m";
  private static final int DATA_MEBIBYTES = 700;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Path root;
  private final Maven maven;
  private final Options options;
  private final Console console;
  private DataFolder folder;
  private Children children;
  private LocalStack stack;
  private LibertyServer liberty;
  private Optional<DemoMark> demo = Optional.empty();
  private volatile boolean ending;
  private boolean ended;

  private Market(Path root, Maven maven, Options options, Console console) {
    this.root = root;
    this.maven = maven;
    this.options = options;
    this.console = console;
  }

  /**
   * @param arguments {@code name=value}: the repository as {@code root} and what {@link Maven#of}
   *     asks for; the operator's options are system properties and environment
   */
  public static void main(String[] arguments) {
    Console console = new Console();
    // Pictures are drawn without a display.
    System.setProperty("java.awt.headless", "true");
    try {
      OwnClasses.loadAll();
      Map<String, String> given =
          Arrays.stream(arguments)
              .map(argument -> argument.split("=", 2))
              .filter(parts -> parts.length == 2 && !parts[1].isEmpty())
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
      Path root = Path.of(given.getOrDefault("root", "")).toAbsolutePath();
      Maven maven = Maven.of(name -> Optional.ofNullable(given.get(name)));
      new Market(root, maven, Options.of(System::getProperty, System.getenv()), console).run();
    } catch (StackException e) {
      console.fail(e.getMessage());
      System.exit(1);
    } catch (RuntimeException e) {
      console.fail("This should not have happened; please report it with the lines below.");
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void run() {
    try {
      console.say("");
      console.say("  우리동네 공구마켓");
      start(System.nanoTime());
      watch();
    } catch (RuntimeException e) {
      if (ending) {
        // Ctrl-C took away what was waited for; the JVM ends as soon as the hook is done.
        awaitEndOfJvm();
      }
      end();
      throw e;
    }
  }

  private void start(long begin) {
    Machine.checkSystem();
    folder = DataFolder.open(options.data());
    children = new Children(folder.path());
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
    prepareFolder();
    checkPort();
    demo = demo();
    Build build = new Build(root, maven, children, console);
    checkRoom(build);
    checkOwnServers();
    build.bringUpToDate();
    Software software = programs();
    stack = new LocalStack(software, children, folder.path());
    startServers();
    startMarket(software, build.ear());
    makeDemoData();
    console.done("all together", begin);
    tellWhere();
  }

  private void prepareFolder() {
    folder.claim();
    int orphans = Children.endOrphans(folder.path());
    if (orphans > 0) {
      console.say("  Ended what a killed run had left behind (%d).".formatted(orphans));
    }
    if (options.fresh()) {
      folder.empty();
    }
  }

  /**
   * The demo data's mark: from the first start on, before anything is stored, so that a market that
   * began without demo data never gets it unasked.
   */
  private Optional<DemoMark> demo() {
    Path file = folder.path().resolve("demo-data");
    boolean first = !Files.exists(folder.path().resolve("mysql"));
    return options.wantsDemo(DemoMark.exists(file), first)
        ? Optional.of(DemoMark.open(file))
        : Optional.empty();
  }

  private void checkPort() {
    if (!FreePorts.isFree(options.port())) {
      throw new StackException(
          "Port %d is taken: end what listens there, or choose another with -Dport=…."
              .formatted(options.port()));
    }
  }

  private void checkRoom(Build build) {
    List<DiskSpace.Need> needs = new ArrayList<>();
    needs.add(new DiskSpace.Need(folder.path(), DATA_MEBIBYTES));
    if (!build.isCurrent()) {
      new Machine().checkNode(root.resolve("pwa/package.json"));
      needs.addAll(build.needs());
    }
    DiskSpace.check(needs, DiskSpace.REAL);
  }

  private void checkOwnServers() {
    String schemaPrefix =
        Optional.ofNullable(System.getenv("GONGGU_MYSQL_SCHEMA_PREFIX")).orElse("gonggu_");
    options.mysql().ifPresent(mysql -> mysql.check(schemaPrefix));
    options.kafka().ifPresent(Reachable::kafka);
    options.redis().ifPresent(Reachable::redis);
  }

  private Software programs() {
    Software unpacked = new Software(root);
    Path kept = folder.path().resolve("software");
    if (!unpacked.isKeptIn(kept)) {
      console.step("lay out the programs", () -> "", () -> unpacked.keptIn(kept));
    }
    return unpacked.keptIn(kept);
  }

  private void startServers() {
    List<StackServer> servers = new ArrayList<>();
    if (options.mysql().isEmpty()) {
      servers.add(stack.mysql());
    }
    if (options.kafka().isEmpty()) {
      servers.add(stack.kafka());
    }
    if (options.redis().isEmpty()) {
      servers.add(stack.redis());
    }
    if (servers.isEmpty()) {
      return;
    }
    console.step(
        "start " + servers.stream().map(StackServer::name).collect(Collectors.joining(", ")),
        () ->
            servers.stream()
                .filter(server -> !server.waitingFor().isEmpty())
                .map(server -> "waiting for " + server.waitingFor())
                .collect(Collectors.joining(", ")),
        () -> stack.start(servers));
  }

  private void startMarket(Software software, Path ear) {
    liberty =
        new LibertyServer(
            software,
            children,
            "market",
            folder.path(),
            root.resolve("liberty-config/market"),
            ear,
            options.port(),
            HEAP,
            environment());
    console.step(
        "start the market on Open Liberty",
        () -> "waiting for " + liberty.waitingFor(),
        liberty::start);
  }

  private Map<String, String> environment() {
    Map<String, String> environment =
        options.environment(stack.environment(), folder.path().resolve("keys"));
    demo.ifPresent(
        mark -> {
          environment.put("GONGGU_DEMO_ACCOUNTS", String.join(",", DemoData.accounts()));
          environment.put("GONGGU_DEMO_PASSWORD", mark.password());
        });
    return environment;
  }

  /**
   * A market without its demo data is a market still: what is missing is made at the next start.
   */
  private void makeDemoData() {
    if (demo.filter(mark -> !mark.complete()).isEmpty()) {
      return;
    }
    DemoData data = new DemoData(liberty.baseUri(), demo.get());
    try {
      console.step("make the demo data", data::progress, data::make);
    } catch (DemoDataException e) {
      if (ending) {
        throw e;
      }
      children
          .crashed()
          .ifPresent(
              child -> {
                throw child.crash();
              });
      console.say("  ! The demo data is not complete (%s).".formatted(e.getMessage()));
      console.say("    The next start goes on with it, and -Ddemo=false leaves it out.");
    }
  }

  private void tellWhere() {
    boolean here = Set.of("127.0.0.1", "0.0.0.0", "*", "::", "::1").contains(options.host());
    String address = "http://%s:%d".formatted(here ? "localhost" : options.host(), options.port());
    console.say("");
    console.say("  Open  " + address);
    demo.filter(DemoMark::complete)
        .ifPresent(
            mark ->
                console.say(
                    "  Demo  sign in as %s with the password %s"
                        .formatted(String.join(", ", DemoData.accounts()), mark.password())));
    console.say("  API   " + address + "/openapi/ui");
    console.say("  Data  " + folder.path());
    console.say("  Logs  " + folder.path().resolve("logs"));
    console.say("  Stop  Ctrl-C");
  }

  /** Stays until Ctrl-C, or until a child ends by itself. */
  private void watch() {
    while (true) {
      Optional<ChildProcess> crashed = children.crashed();
      if (crashed.isPresent()) {
        throw crashed.get().crash();
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static void awaitEndOfJvm() {
    while (true) {
      LockSupport.park();
    }
  }

  /** Ends what this command started, in order: the market first, the database last. */
  private synchronized void end() {
    if (ended) {
      return;
    }
    ending = true;
    long begin = System.nanoTime();
    if (liberty != null && liberty.pid().isPresent()) {
      console.say("");
      liberty.stop();
      console.done("end the market", begin);
    }
    if (stack != null) {
      long rest = System.nanoTime();
      stack.close();
      console.done("end the servers; the data stays", rest);
    }
    if (children != null) {
      children.close();
      folder.close();
    }
    ended = true;
  }
}
