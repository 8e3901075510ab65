package kr.gonggu.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.KafkaBroker;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Tokens;
import kr.gonggu.testkit.Topic;

/**
 * The EAR on Open Liberty for all tests of this module: with the build's MySQL and Redis, and a
 * Kafka of its own, since one test takes that away as another does the database.
 */
final class RunningMarket {

  private static RunningMarket running;

  private final String name = TestStack.newName();
  private final Path keys;
  private final Path log;
  private final KafkaBroker kafka;
  private final Relay database;
  private final LibertyServer liberty;

  private RunningMarket() {
    Software software = new Software(TestStack.root());
    Path data = TestStack.root().resolve("ear/target/market").resolve(name);
    kafka = KafkaBroker.in(software, data);
    Map<String, String> environment = TestStack.get().environment("gonggu_" + name + "_", name);
    environment.put("GONGGU_KAFKA_BOOTSTRAP", "127.0.0.1:" + kafka.port());
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
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  liberty.stop();
                  kafka.stop();
                }));
    kafka.start();
    liberty.start();
  }

  static synchronized RunningMarket get() {
    if (running == null) {
      running = new RunningMarket();
    }
    return running;
  }

  URI address() {
    // A browser trusts localhost with a Secure cookie, and 127.0.0.1 not everywhere.
    return URI.create("http://localhost:" + liberty.port());
  }

  /** A client of one service, signed in as nobody. */
  Http service(String service) {
    return Http.at(URI.create(liberty.baseUri() + "/api/" + service));
  }

  /** A client of the server itself. */
  Http server() {
    return Http.at(liberty.baseUri());
  }

  URI socket(String ticket) {
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
    return kafka;
  }

  LibertyServer liberty() {
    return liberty;
  }

  /** A topic by its name without prefix. */
  Topic topic(String topic) {
    return new Topic("127.0.0.1:" + kafka.port(), name + "." + topic);
  }
}
