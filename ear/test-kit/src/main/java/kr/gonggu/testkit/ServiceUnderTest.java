package kr.gonggu.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The WAR of this module inside Open Liberty, with real MySQL, Kafka and Redis.
 *
 * <pre>{@code
 * @ArquillianTest
 * class JoiningIT {
 *   @Deployment(testable = false)
 *   static WebArchive war() {
 *     return ServiceUnderTest.war();
 *   }
 *
 *   @Test
 *   void ...() {
 *     Http http = ServiceUnderTest.http().as(ServiceUnderTest.tokens().member(id, "쌀집"));
 *   }
 * }
 * }</pre>
 *
 * <p>With {@code testable = true} the test class itself runs inside the server: it may inject the
 * service's beans and must not use this kit.
 *
 * <p>All test classes of a module share one server, one schema and one set of topics; a test makes
 * members and deals of its own.
 */
public final class ServiceUnderTest {

  private ServiceUnderTest() {}

  /** The WAR as Maven built it, at its context root. */
  public static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, property("gonggu.service") + "-war.war")
        .importFrom(new File(property("gonggu.war")))
        .as(WebArchive.class)
        .addAsWebInfResource(
            new StringAsset(
                """
                <web-ext xmlns="http://websphere.ibm.com/xml/ns/javaee" version="1.0">
                  <context-root uri="%s"/>
                </web-ext>
                """
                    .formatted(contextRoot())),
            "ibm-web-ext.xml");
  }

  /** A client of the service, signed in as nobody. */
  public static Http http() {
    return Http.at(URI.create(server() + contextRoot()));
  }

  /** Address of the server, without a slash at the end. */
  public static URI server() {
    return URI.create("http://127.0.0.1:" + property("gonggu.http.port"));
  }

  /** Address of a socket of the service, for example {@code /socket?ticket=…}. */
  public static URI socket(String path) {
    return URI.create("ws://127.0.0.1:" + property("gonggu.http.port") + contextRoot() + path);
  }

  /** Tokens that the service accepts. */
  public static Tokens tokens() {
    return Tokens.in(Path.of(property("gonggu.keys.folder")));
  }

  /**
   * A topic of this test run.
   *
   * @param name without prefix, for example {@code deal.events}
   */
  public static Topic topic(String name) {
    return new Topic(
        TestStack.get().kafkaBootstrap(), property("gonggu.topic.prefix") + "." + name);
  }

  /** A connection to the service's own schema, UTC. */
  public static Connection database() {
    try {
      return DriverManager.getConnection(
          TestStack.get()
              .jdbcUrl(property("gonggu.mysql.schema.prefix") + property("gonggu.service")),
          TestStack.get().mysqlUser(),
          TestStack.get().mysqlPassword());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Redis of this build, and the prefix of this run's keys. */
  public static String redisPrefix() {
    return property("gonggu.redis.prefix");
  }

  /** The server's log so far. */
  public static String log() {
    try {
      return Files.readString(
          Path.of(
              property("gonggu.wlp.usr"),
              "servers",
              property("gonggu.server.name"),
              "logs",
              "messages.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contextRoot() {
    return "/api/" + property("gonggu.service");
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "System property " + name + " is missing: run this through Maven's failsafe plugin");
    }
    return value;
  }

  /** Prepares stack and server before Arquillian reads its configuration. */
  public static final class BeforeEverything implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
      // Unit tests and the EAR's own tests start what they need themselves.
      if (System.getProperty("gonggu.service") == null
          || System.getProperty("gonggu.wlp.usr") != null) {
        return;
      }
      prepare(System.getProperty("gonggu.service"));
    }

    private static void prepare(String service) {
      TestStack stack = TestStack.get();
      Path root = TestStack.root();
      Path user = root.resolve(service + "-war/target/liberty");
      Path server = user.resolve("servers").resolve(service);
      Path keys = user.resolve("keys");
      String name = TestStack.newName();
      Map<String, String> settings = new TreeMap<>();
      stack
          .environment("gonggu_" + name + "_", name)
          .forEach(
              (variable, value) ->
                  settings.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value));
      settings.put("gonggu.http.host", "127.0.0.1");
      settings.put("gonggu.http.port", Integer.toString(FreePorts.next()));
      settings.put("gonggu.keys.folder", keys.toString());
      // A suite signs up, signs in and posts far more often than a person.
      settings.put("gonggu.rate.limits", "off");
      // Where a test may stand in for the push services of the browsers' makers.
      settings.put("gonggu.push.origins", "http://127.0.0.1:" + FreePorts.next());
      try {
        delete(user);
        Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.createDirectories(server.resolve("dropins"));
        Files.createDirectories(keys);
        Files.writeString(
            server.resolve("server.xml"),
            Files.readString(root.resolve("liberty-config").resolve(service).resolve("server.xml"))
                .replaceAll("<webApplication[^>]*/>", ""));
        Files.writeString(
            server.resolve("configDropins/overrides/test.xml"),
            """
            <server>
              <featureManager><feature>localConnector-1.0</feature></featureManager>
              <applicationMonitor updateTrigger="polled" pollingRate="200ms" dropinsEnabled="true"/>
              <!-- Without both there is no verifier of tokens, and everybody is a stranger. -->
              <keyStore id="defaultKeyStore" password="%s"/>
              <ltpa keysPassword="%s"/>
            </server>
            """
                .formatted(UUID.randomUUID(), UUID.randomUUID()));
        StringBuilder bootstrap = new StringBuilder();
        settings.forEach(
            (key, value) -> bootstrap.append(key).append('=').append(value).append('\n'));
        Files.writeString(server.resolve("bootstrap.properties"), bootstrap);
        Path wlp = new Software(root).liberty();
        copy(wlp.resolve("usr/shared/resources/mysql"), user.resolve("shared/resources/mysql"));
        System.setProperty("gonggu.wlp.home", wlp.toString());
        System.setProperty("gonggu.wlp.usr", user.toString());
        System.setProperty("gonggu.server.name", service);
        settings.forEach(System::setProperty);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (!service.equals("member")) {
        Tokens.in(keys);
      }
    }

    private static void copy(Path from, Path to) throws IOException {
      Files.createDirectories(to);
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }

    private static void delete(Path folder) throws IOException {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
