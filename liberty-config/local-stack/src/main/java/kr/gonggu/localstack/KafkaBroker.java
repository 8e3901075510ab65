package kr.gonggu.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/** Kafka 4 as one KRaft node that is broker and controller. */
public final class KafkaBroker implements StackServer {

  /**
   * Small, for one node. Controlled shutdown stays on, as it is by default: without it the next
   * start waits until the controller has given up the broker's last session, which takes 9 s.
   */
  private static final String SETTINGS =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%2$d
      listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
      controller.listener.names=CONTROLLER
      listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
      num.partitions=3
      offsets.topic.num.partitions=5
      offsets.topic.replication.factor=1
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      group.initial.rebalance.delay.ms=0
      log.retention.hours=168
      log.segment.bytes=67108864
      num.network.threads=2
      num.io.threads=4
      log.cleaner.dedupe.buffer.size=8388608
      """;

  private final Software software;
  private final Children children;
  private final Path data;
  private final int port;
  private final int controllerPort;
  private volatile ChildProcess process;
  private volatile String waitingFor = "";

  KafkaBroker(Software software, Children children, Path data, int port, int controllerPort) {
    this.software = software;
    this.children = children;
    this.data = data;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /**
   * A broker of this JVM's own, for a test that takes it away.
   *
   * @param software where the programs are
   * @param data its data folder
   */
  public static KafkaBroker in(Software software, Path data) {
    Path folder = data.toAbsolutePath();
    return new KafkaBroker(
        software, new Children(folder), folder, FreePorts.next(), FreePorts.next());
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    stop();
    Path settings = data.resolve("kafka.properties");
    Path logs = data.resolve("kafka");
    write(settings, logs);
    if (!Files.isRegularFile(logs.resolve("meta.properties"))) {
      waitingFor = "Kafka's first files";
      format(settings);
    }
    waitingFor = "Kafka to answer";
    process =
        children.start(name(), java("-Xmx256m", "kafka.Kafka", settings.toString()), Map.of());
    process.awaitReady(Duration.ofSeconds(90), this::answers, this::waitingFor);
    waitingFor = "";
  }

  /** Kafka reads the file as ISO 8859-1, which {@link Properties} escapes every other path to. */
  private void write(Path settings, Path logs) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(SETTINGS.formatted(port, controllerPort)));
      properties.setProperty("log.dirs", logs.toString());
      Folders.create(data);
      try (OutputStream out = Files.newOutputStream(settings)) {
        properties.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void format(Path settings) {
    children
        .start(
            "kafka-format",
            java(
                "-Xmx128m",
                "kafka.tools.StorageTool",
                "format",
                "-t",
                clusterId(UUID::randomUUID),
                "-c",
                settings.toString()),
            Map.of())
        .awaitSuccess(Duration.ofSeconds(60));
  }

  /**
   * A new cluster's id, in Kafka's form: 16 bytes in base64url. Like Kafka's own ids it does not
   * begin with a dash, since the tool would take it for an option.
   */
  static String clusterId(Supplier<UUID> random) {
    String id;
    do {
      UUID bytes = random.get();
      id =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  ByteBuffer.allocate(16)
                      .putLong(bytes.getMostSignificantBits())
                      .putLong(bytes.getLeastSignificantBits())
                      .array());
    } while (id.startsWith("-"));
    return id;
  }

  private List<String> java(String heap, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Software.java(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                software.kafkaClassPath()));
    command.addAll(List.of(arguments));
    return command;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
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
