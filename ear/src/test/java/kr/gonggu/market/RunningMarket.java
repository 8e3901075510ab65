package kr.gonggu.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.KafkaBroker;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Tokens;
import kr.gonggu.testkit.Topic;

/**
 * The EAR on Open Liberty with schemas, topics and keys of its own, on the build's MySQL and Redis.
 */
final class RunningMarket implements Market, AutoCloseable {

  private static RunningMarket running;

  private final String name = TestStack.newName();
  private final Path keys;
  private final Path log;
  private final Optional<KafkaBroker> ownKafka;
  private final String bootstrap;
  private final Relay database;
  private final LibertyServer liberty;

  private RunningMarket(boolean withOwnKafka) {
    Software software = new Software(TestStack.root());
    Path data = TestStack.root().resolve("ear/target/market").resolve(name);
    ownKafka = withOwnKafka ? Optional.of(KafkaBroker.in(software, data)) : Optional.empty();
    bootstrap =
        ownKafka
            .map(kafka -> "127.0.0.1:" + kafka.port())
            .orElseGet(() -> TestStack.get().kafkaBootstrap());
    Map<String, String> environment = TestStack.get().environment("gonggu_" + name + "_", name);
    environment.put("GONGGU_KAFKA_BOOTSTRAP", bootstrap);
    keys = data.resolve("keys");
    log = data.resolve("liberty/servers/market/logs/messages.log");
    environment.put("GONGGU_KEYS_FOLDER", keys.toString());
    database =
        new Relay(
            environment.get("GONGGU_MYSQL_HOST"),
            Integer.parseInt(environment.get("GONGGU_MYSQL_PORT")));
    environment.put("GONGGU_MYSQL_HOST", "127.0.0.1");
    environment.put("GONGGU_MYSQL_PORT", Integer.toString(database.port()));
    environment.put("GONGGU_ADMINS", Neighbour.OPERATOR);
    // A suite signs up and signs in far more often than one address of a neighbourhood.
    environment.put("GONGGU_RATE_LIMITS", "off");
    liberty =
        new LibertyServer(
            software,
            "market",
            data,
            TestStack.root().resolve("liberty-config/market"),
            TestStack.root().resolve("ear/target/gonggu-market.ear"),
            FreePorts.next(),
            "512m",
            environment);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    ownKafka.ifPresent(KafkaBroker::start);
    liberty.start();
  }

  /**
   * The one that the tests of this module share. Its Kafka is its own, since one test takes that
   * away as another does the database.
   */
  static synchronized RunningMarket get() {
    if (running == null) {
      running = new RunningMarket(true);
    }
    return running;
  }

  /** A market of a test's own, which may end it and start it again. */
  static RunningMarket another() {
    return new RunningMarket(false);
  }

  /** Ends the server, and the Kafka that is its own; what they stored stays. */
  @Override
  public void close() {
    liberty.stop();
    ownKafka.ifPresent(KafkaBroker::stop);
  }

  URI address() {
    // A browser trusts localhost with a Secure cookie, and 127.0.0.1 not everywhere.
    return URI.create("http://localhost:" + liberty.port());
  }

  @Override
  public Http service(String service) {
    return Http.at(URI.create(liberty.baseUri() + "/api/" + service));
  }

  /** A client of the server itself. */
  Http server() {
    return Http.at(liberty.baseUri());
  }

  @Override
  public URI socket(String ticket) {
    return URI.create("ws://127.0.0.1:" + liberty.port() + "/api/chat/socket?ticket=" + ticket);
  }

  /** Signs as the market's own member service does. */
  Tokens tokens() {
    return Tokens.ofMember(keys);
  }

  /** The way to the market's database, which a test can cut. */
  Relay database() {
    return database;
  }

  /** The server's log so far. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  KafkaBroker kafka() {
    return ownKafka.orElseThrow();
  }

  LibertyServer liberty() {
    return liberty;
  }

  /** A topic by its name without prefix. */
  Topic topic(String topic) {
    return new Topic(bootstrap, name + "." + topic);
  }
}
