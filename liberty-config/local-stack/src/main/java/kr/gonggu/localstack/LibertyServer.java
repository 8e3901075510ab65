package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Open Liberty with one deployable and one {@code server.xml}, configured by environment only. */
public final class LibertyServer implements StackServer {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private static final Set<String> EVERY_ADDRESS = Set.of("*", "0.0.0.0", "::");
  private static final Pattern WAITING = Pattern.compile("\"waitingFor\"\\s*:\\s*\"([^\"]+)\"");

  private final Software software;
  private final Children children;
  private final String name;
  private final Path data;
  private final Path configuration;
  private final Path deployable;
  private final int port;
  private final String heap;
  private final Map<String, String> environment;
  private volatile String waitingFor = "the server itself";
  private volatile ChildProcess process;

  /**
   * @param software where Liberty is
   * @param name of the server and its log
   * @param data its user folder lies here
   * @param configuration folder with the {@code server.xml}, for example {@code
   *     liberty-config/market}
   * @param deployable EAR or WAR
   * @param port HTTP, on loopback
   * @param heap largest heap, for example {@code 512m}
   * @param environment {@code GONGGU_*} variables
   */
  public LibertyServer(
      Software software,
      String name,
      Path data,
      Path configuration,
      Path deployable,
      int port,
      String heap,
      Map<String, String> environment) {
    this(
        software,
        new Children(data),
        name,
        data,
        configuration,
        deployable,
        port,
        heap,
        environment);
  }

  LibertyServer(
      Software software,
      Children children,
      String name,
      Path data,
      Path configuration,
      Path deployable,
      int port,
      String heap,
      Map<String, String> environment) {
    this.software = software;
    this.children = children;
    this.name = name;
    this.data = data.toAbsolutePath();
    this.configuration = configuration;
    this.deployable = deployable;
    this.port = port;
    this.heap = heap;
    this.environment = new LinkedHashMap<>(environment);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return port;
  }

  /** Address of the server on this machine, without a slash at the end. */
  public URI baseUri() {
    String host = environment.getOrDefault("GONGGU_HTTP_HOST", "127.0.0.1");
    return URI.create("http://" + (EVERY_ADDRESS.contains(host) ? "127.0.0.1" : host) + ":" + port);
  }

  @Override
  public void start() {
    stop();
    Path user = data.resolve("liberty");
    prepare(user);
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("WLP_USER_DIR", user.toString());
    all.put("GONGGU_HTTP_PORT", Integer.toString(port));
    all.putIfAbsent("GONGGU_HTTP_HOST", "127.0.0.1");
    // Kept beside the keys that it opens: a server that is started again reads the ones it made.
    all.put("keystore_password", SecretFile.text(user.resolve("keystore-password")));
    // With the time of each line.
    all.put("WLP_LOGGING_CONSOLE_FORMAT", "simple");
    process = children.start(name, command(), all);
    process.awaitReady(Duration.ofMinutes(4), this::ready, this::waitingFor);
  }

  /**
   * Makes the server's folder anew, unless it is of the same server, configuration and deployable:
   * then what Liberty has expanded and worked out is of use, and otherwise explains the strangest
   * failures.
   */
  private void prepare(Path user) {
    Path server = user.resolve("servers").resolve(name);
    Path stamp = server.resolve("prepared");
    try {
      String state = state();
      if (Files.isRegularFile(stamp) && Files.readString(stamp).equals(state)) {
        return;
      }
      Folders.delete(server);
      Files.createDirectories(server.resolve("apps"));
      Files.copy(configuration.resolve("server.xml"), server.resolve("server.xml"));
      copy(deployable, server.resolve("apps").resolve(deployable.getFileName()));
      copyDriver(user);
      Files.writeString(stamp, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String state() throws IOException {
    return "%s %s %d %d%n%s"
        .formatted(
            software.liberty(),
            Runtime.version(),
            Files.size(deployable),
            Files.getLastModifiedTime(deployable).toMillis(),
            Files.readString(configuration.resolve("server.xml")));
  }

  private List<String> command() {
    Path tools = software.liberty().resolve("bin/tools");
    List<String> command = new ArrayList<>();
    command.add(Software.java());
    command.add("-javaagent:" + tools.resolve("ws-javaagent.jar"));
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Xmx" + heap);
    command.add("-XX:+UseSerialGC");
    command.add("-XX:MaxMetaspaceSize=384m");
    command.addAll(modularOptions());
    command.add("-jar");
    command.add(tools.resolve("ws-server.jar").toString());
    command.add(name);
    return command;
  }

  /** What Liberty's own start script adds on a modular JDK. */
  private List<String> modularOptions() {
    Path options = software.liberty().resolve("lib/platform/java/java9.options");
    try {
      return Files.isRegularFile(options)
          ? Files.readAllLines(options).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .flatMap(line -> Arrays.stream(line.split("\\s+")))
              .collect(Collectors.toList())
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copyDriver(Path user) throws IOException {
    Path target = user.resolve("shared/resources/mysql");
    Folders.delete(target);
    Files.createDirectories(target);
    try (var drivers = Files.list(software.liberty().resolve("usr/shared/resources/mysql"))) {
      for (Path driver : drivers.toList()) {
        copy(driver, target.resolve(driver.getFileName()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private boolean ready() {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(baseUri() + "/health/ready"))
                  .timeout(Duration.ofSeconds(5))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return true;
      }
      Matcher waiting = WAITING.matcher(answer.body());
      waitingFor = waiting.find() ? waiting.group(1) : "its applications";
      return false;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void stop() {
    ChildProcess running = process;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public String waitingFor() {
    return waitingFor;
  }

  @Override
  public Optional<Long> pid() {
    return Optional.ofNullable(process).filter(ChildProcess::alive).map(ChildProcess::pid);
  }
}
