package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second server with the same WAR over the same database and Redis: limits and sessions hold. */
@ArquillianTest
class TwoInstancesIT {

  private static LibertyServer second;

  @Deployment(testable = false)
  static WebArchive war() {
    return ConfiguredWar.with(
        """
        gonggu.rate.limits=on
        gonggu.member.limit.look-up-of=4/PT1M
        gonggu.member.limit.sign-up-as=4/PT1M
        gonggu.member.limit.sign-in-to-account-from-address=4/PT1M
        """);
  }

  @BeforeAll
  static void startSecond() {
    Person.awaitReady();
    Map<String, String> environment =
        TestStack.get()
            .environment(
                System.getProperty("gonggu.mysql.schema.prefix"),
                System.getProperty("gonggu.topic.prefix"));
    environment.put("GONGGU_KEYS_FOLDER", System.getProperty("gonggu.keys.folder"));
    environment.put("GONGGU_RATE_LIMITS", "on");
    environment.put("GONGGU_MEMBER_LIMIT_LOOK_UP_OF", "4/PT1M");
    environment.put("GONGGU_MEMBER_LIMIT_SIGN_UP_AS", "4/PT1M");
    environment.put("GONGGU_MEMBER_LIMIT_SIGN_IN_TO_ACCOUNT_FROM_ADDRESS", "4/PT1M");
    Path root = TestStack.root();
    second =
        new LibertyServer(
            new Software(root),
            "member-second",
            root.resolve("member-war/target/second"),
            root.resolve("liberty-config/member"),
            Path.of(System.getProperty("gonggu.war")),
            FreePorts.next(),
            "384m",
            environment);
    second.start();
  }

  @AfterAll
  static void stopSecond() throws IOException {
    if (second != null) {
      second.stop();
    }
  }

  @Test
  void questionsForANameAreCountedOverBoth() {
    String name = Person.stranger().nickname();

    assertThat(
            IntStream.range(0, 6)
                .mapToObj(i -> instance(i).get("/availability?nickname=" + encoded(name)).status()))
        .containsExactly(200, 200, 200, 200, 429, 429);
  }

  @Test
  void signUpsWithOneAddressAreCountedOverBoth() {
    Person first = Person.member();

    assertThat(
            IntStream.range(1, 6)
                .mapToObj(
                    i ->
                        instance(i)
                            .post(
                                "/members",
                                Person.stranger().reachedAt(first.email()).form().toString())
                            .status()))
        .containsExactly(409, 409, 409, 429, 429);
  }

  @Test
  void guessesAreCountedOverBoth() {
    Person owner = Person.member();
    String guess =
        "{\"login\":\"" + owner.email() + "\",\"password\":\"a guess of many\",\"device\":\"?\"}";

    assertThat(IntStream.range(0, 6).mapToObj(i -> instance(i).post("/sessions", guess).status()))
        .containsExactly(401, 401, 401, 401, 429, 429);
  }

  @Test
  void aSessionGoesOnAtEitherAndItsEndIsKnownToBoth() {
    Device device = Person.member().signIn();

    Answer refreshed =
        instance(1).with("Cookie", "refresh=" + device.cookie()).post("/sessions/refresh", null);
    assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
    Device next = new Device(refreshed);
    assertThat(next.http().delete("/sessions").status()).isEqualTo(204);

    assertThat(
            instance(1)
                .with("Cookie", "refresh=" + next.cookie())
                .post("/sessions/refresh", null)
                .code())
        .isEqualTo("SESSION_ENDED");
  }

  /** The first and the second in turn. */
  private static Http instance(int turn) {
    return turn % 2 == 0
        ? ServiceUnderTest.http()
        : Http.at(URI.create(second.baseUri() + "/api/member"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
