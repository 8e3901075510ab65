package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/**
 * What member did in 2022 works, and its defects are absent; one test for each, named after it.
 * Push devices are registered with the push service now, and tested there.
 */
@ArquillianTest
class OriginalIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void waitUntilItIsReady() {
    Person.awaitReady();
  }

  @Test
  @DisplayName("row: sign-up")
  void signUp() {
    Person person = Person.stranger();

    Answer answer = person.trySignUp();

    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.json().keySet()).containsExactlyInAnyOrder("id", "nickname", "email");
    assertThat(answer.json().getString("nickname")).isEqualTo(person.nickname());
    assertThat(person.signIn().http().get("/members/me").json().getString("id"))
        .isEqualTo(answer.json().getString("id"));
  }

  @Test
  @DisplayName("row: nickname check")
  void nicknameCheck() {
    Person person = Person.stranger();
    String question = "/availability?nickname=" + encoded(person.nickname());
    assertThat(ServiceUnderTest.http().get(question).json().getBoolean("nickname")).isTrue();

    person.signUp();

    assertThat(ServiceUnderTest.http().get(question).json().getBoolean("nickname")).isFalse();
  }

  @Test
  @DisplayName("row: login, with a short access token and a refresh token in Redis")
  void login() throws Exception {
    Person person = Person.member();

    Device device = person.signIn();

    assertThat(
            Duration.between(
                device.claims().getIssueTime().toInstant(),
                device.claims().getExpirationTime().toInstant()))
        .isLessThanOrEqualTo(Duration.ofMinutes(10));
    try (RedisClient redis = RedisClient.create(TestStack.get().redisUri())) {
      assertThat(redis.keys(ServiceUnderTest.redisPrefix() + "*"))
          .as("the session, which outlives the access token")
          .anySatisfy(name -> assertThat(redis.pttl(name)).isGreaterThan(12 * 3_600_000L));
    }
    assertThat(device.refresh().http().get("/members/me").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("row: change e-mail")
  void changeEmail() {
    Person person = Person.member();
    String other = "other" + person.email();

    Answer answer =
        person
            .signIn()
            .http()
            .patch(
                "/members/me",
                Json.createObjectBuilder()
                    .add("email", other)
                    .add("password", person.password())
                    .build()
                    .toString());

    assertThat(answer.json().getString("email")).isEqualTo(other);
    assertThat(person.trySignIn(other, "폰").status()).isEqualTo(200);
    assertThat(person.trySignIn(person.email(), "폰").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("row: change password")
  void changePassword() {
    Person person = Person.member();
    String next = "새로 지은 비밀번호";

    Answer answer =
        person.signIn().http().put("/members/me/password", passwords(person.password(), next));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    assertThat(person.withPassword(next).signIn().answer().status()).isEqualTo(200);
    assertThat(person.trySignIn(person.nickname(), "폰").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("row: change keywords")
  void changeKeywords() {
    Http http = Person.member().signIn().http();
    http.put("/members/me/keywords", "[\"휴지\"]");

    http.put("/members/me/keywords", "[\"감귤\",\"쌀\"]");

    assertThat(http.get("/members/me").json().getJsonArray("keywords").toString())
        .isEqualTo("[\"감귤\",\"쌀\"]");
  }

  @Test
  @DisplayName("defect: secret in the source")
  void noSecretInTheSource() throws Exception {
    Device device = Person.member().signIn();
    String keyId = SignedJWT.parse(device.accessToken()).getHeader().getKeyID();
    Path folder = Path.of(System.getProperty("gonggu.keys.folder"));

    String secret =
        JWK.parse(Files.readString(folder.resolve("signing-key-" + keyId + ".json")))
            .toRSAKey()
            .getPrivateExponent()
            .toString();
    assertThat(
            war().getContent().values().stream()
                .filter(node -> node.getAsset() != null)
                .filter(node -> contents(node).contains(secret))
                .map(node -> node.getPath().get()))
        .as("files of the WAR that hold the key")
        .isEmpty();
    assertThat(ServiceUnderTest.http().get("/jwks").text()).doesNotContain(secret, "\"d\"");
  }

  @Test
  @DisplayName("defect: refresh token usable as access token")
  void aRefreshTokenIsNoAccessToken() {
    Device device = Person.member().signIn();

    Answer answer = ServiceUnderTest.http().as(device.cookie()).get("/members/me");

    assertThat(answer.status() + " " + answer.code()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(Device.withCookie(device.accessToken()).post("/sessions/refresh", null).code())
        .as("nor the other way round")
        .isEqualTo("SESSION_ENDED");
  }

  @Test
  @DisplayName("defect: no rotation")
  void refreshTokensRotate() {
    Device first = Person.member().signIn();
    Device second = first.refresh();
    Device third = second.refresh();

    assertThat(Set.of(first.cookie(), second.cookie(), third.cookie())).hasSize(3);
    assertThat(Set.of(first.accessToken(), second.accessToken(), third.accessToken())).hasSize(3);
    assertThat(third.session()).as("the same device").isEqualTo(first.session());
  }

  @Test
  @DisplayName("defect: no logout")
  void whoSignsOutIsOut() {
    Device device = Person.member().signIn();

    Answer answer = device.withCookie().delete("/sessions/current");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("refresh=", "Max-Age=0");
    assertThat(device.tryRefresh().code()).isEqualTo("SESSION_ENDED");
  }

  @Test
  @DisplayName("defect: password changed without the old one")
  void noPasswordWithoutTheOldOne() {
    Person person = Person.member();
    Http http = person.signIn().http();
    String next = "새로 지은 비밀번호";

    Answer without = http.put("/members/me/password", "{\"next\":\"" + next + "\"}");
    Answer wrong = http.put("/members/me/password", passwords("not the one", next));

    assertThat(without.status() + " " + without.code()).isEqualTo("400 VALIDATION_FAILED");
    assertThat(wrong.status() + " " + wrong.code()).isEqualTo("403 PASSWORD_WRONG");
    assertThat(person.signIn().answer().status()).isEqualTo(200);
    assertThat(person.withPassword(next).trySignIn(person.nickname(), "폰").status()).isEqualTo(401);
  }

  @Test
  @DisplayName("defect: JWT in localStorage")
  void whatLastsIsOutOfReachOfScripts() {
    Device device = Person.member().signIn();

    assertThat(List.of(device.answer().header("Set-Cookie").split(";\\s*")))
        .contains("HttpOnly", "Secure", "SameSite=Strict");
    assertThat(device.answer().text()).doesNotContain(device.cookie());
    JsonObject body = device.answer().json();
    assertThat(body.getInt("expiresIn"))
        .as("seconds for which a script has what it needs")
        .isLessThanOrEqualTo(600);
  }

  @Test
  @DisplayName("defect: failures as HTTP 200")
  void failuresSayThatTheyAre() {
    Person person = Person.member();
    Http http = person.signIn().http();

    assertFailure(person.trySignUp(), 409);
    assertFailure(Person.stranger().reachedAt("no address").trySignUp(), 400);
    assertFailure(person.withPassword("a guess of many").trySignIn(person.email(), "폰"), 401);
    assertFailure(ServiceUnderTest.http().get("/members/me"), 401);
    assertFailure(http.put("/members/me/password", passwords("not the one", "새 비밀번호 하나")), 403);
    assertFailure(http.get("/members/" + UUID.randomUUID()), 404);
    assertFailure(http.put("/members/me/keywords", "{"), 400);
  }

  private static void assertFailure(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.code()).as(answer.toString()).isNotEmpty();
  }

  private static String passwords(String current, String next) {
    return Json.createObjectBuilder().add("current", current).add("next", next).build().toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String contents(Node node) {
    try (InputStream bytes = node.getAsset().openStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
