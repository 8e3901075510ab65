package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Started before Redis is there: what works does, and the rest says when to try again. */
@ArquillianTest
class WithoutRedisIT {

  private static final Http SERVER = Http.at(ServiceUnderTest.server());

  @Deployment(testable = false)
  static WebArchive war() {
    return ConfiguredWar.with("gonggu.redis.uri=redis://127.0.0.1:" + closedPort() + "\n");
  }

  @BeforeAll
  static void waitUntilItHasStarted() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> SERVER.get("/health/started").status() == 200);
  }

  @Test
  void itSaysWhatItWaitsForAndIsAlive() {
    Answer ready = SERVER.get("/health/ready");

    assertThat(ready.status()).isEqualTo(503);
    assertThat(ready.json().getJsonArray("checks").toString()).contains("\"waitingFor\":\"redis\"");
    assertThat(SERVER.get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void signingInIsToBeTriedAgain() {
    Person person = Person.member();

    Answer signIn = person.trySignIn(person.nickname(), "폰");
    Answer refresh =
        Device.withCookie("a".repeat(22) + "." + "b".repeat(43)).post("/sessions/refresh", null);

    for (Answer answer : java.util.List.of(signIn, refresh)) {
      assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("UNAVAILABLE");
      assertThat(answer.header("Retry-After")).isNotEmpty();
      assertThat(answer.text()).doesNotContainIgnoringCase("redis", "jedis", "exception");
    }
  }

  @Test
  void everybodyStillGetsTheKeys() {
    assertThat(ServiceUnderTest.http().get("/jwks").json().getJsonArray("keys")).isNotEmpty();
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
