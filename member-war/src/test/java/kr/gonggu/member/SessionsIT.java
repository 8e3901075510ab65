package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;

@ArquillianTest
class SessionsIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void waitUntilItIsReady() {
    Person.awaitReady();
  }

  @Test
  void signingInGivesATokenForAllServicesAndACookieForThisOne() throws Exception {
    Person person = Person.member();

    Device device = person.signIn();

    JsonObject body = device.answer().json();
    assertThat(body.keySet()).containsExactlyInAnyOrder("accessToken", "expiresIn", "member");
    assertThat(body.getInt("expiresIn")).isEqualTo(600);
    assertThat(body.getJsonObject("member").getString("nickname")).isEqualTo(person.nickname());
    assertThat(device.answer().text()).doesNotContain(device.cookie());
    assertThat(device.answer().header("Cache-Control")).contains("no-store");
    assertThat(List.of(device.answer().header("Set-Cookie").split(";\\s*")))
        .contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/api/member/sessions")
        .contains("Max-Age=" + Duration.ofDays(30).toSeconds())
        .noneMatch(part -> part.startsWith("Domain"));

    SignedJWT token = SignedJWT.parse(device.accessToken());
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    assertThat(token.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
    JWKSet keys = JWKSet.parse(ServiceUnderTest.http().get("/jwks").text());
    RSAKey key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    JWTClaimsSet claims = device.claims();
    assertThat(claims.getIssuer()).isEqualTo("gonggu");
    assertThat(claims.getAudience()).containsExactly("gonggu");
    assertThat(claims.getSubject()).isEqualTo(person.id().toString());
    assertThat(claims.getStringClaim("upn")).isEqualTo(person.nickname());
    assertThat(claims.getStringListClaim("groups")).containsExactly("member");
    assertThat(claims.getJWTID()).isNotBlank();
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theKeySetIsPublishedOverHttpAsInTheFile() throws Exception {
    Answer answer = ServiceUnderTest.http().get("/jwks");

    JWKSet file =
        JWKSet.parse(
            Files.readString(Path.of(System.getProperty("gonggu.keys.folder"), "jwks.json")));
    assertThat(JWKSet.parse(answer.text()).getKeys())
        .extracting("modulus", "publicExponent", "keyID", "keyUse", "algorithm")
        .isEqualTo(
            file.getKeys().stream()
                .map(
                    key ->
                        org.assertj.core.groups.Tuple.tuple(
                            key.toRSAKey().getModulus(),
                            key.toRSAKey().getPublicExponent(),
                            key.getKeyID(),
                            key.getKeyUse(),
                            key.getAlgorithm()))
                .toList());
    assertThat(answer.text()).doesNotContain("\"d\"");
    assertThat(answer.header("Cache-Control")).contains("max-age=300");
  }

  @Test
  void eitherNameInAnyWritingOpensTheDoor() {
    Person person = Person.stranger();
    person = person.called(person.nickname().replace("이웃", "Kim")).signUp();

    assertThat(person.trySignIn(person.nickname().toUpperCase(java.util.Locale.ROOT), "폰").status())
        .isEqualTo(200);
    assertThat(
            person.trySignIn(" " + person.email().toUpperCase(java.util.Locale.ROOT), "폰").status())
        .isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnAccountThatIsNoneAreAnsweredAlike() {
    Person person = Person.member().withPassword("another password");

    List<JsonObject> answers =
        Stream.of(person.nickname(), person.email(), "nobody.at.all", "nobody@example.org", "<!>")
            .map(
                login ->
                    ServiceUnderTest.http()
                        .with("X-Request-Id", "same")
                        .post(
                            "/sessions",
                            Json.createObjectBuilder()
                                .add("login", login)
                                .add("password", person.password())
                                .build()
                                .toString()))
            .peek(answer -> assertThat(answer.status()).isEqualTo(401))
            .peek(answer -> assertThat(answer.header("Set-Cookie")).isEmpty())
            .map(Answer::json)
            .toList();

    assertThat(answers).containsOnly(answers.get(0));
    assertThat(answers.get(0).getString("code")).isEqualTo("SIGN_IN_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"login\":\"a\"}",
        "{\"password\":\"b\"}",
        "{\"login\":1,\"password\":{}}",
        "{\"login\":\" \",\"password\":\"b\"}",
        "{\"login\":null,\"password\":null}"
      })
  void whatIsNoSignInIsRefused(String body) {
    Answer answer = ServiceUnderTest.http().post("/sessions", body);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isIn("VALIDATION_FAILED", "MALFORMED_JSON");
  }

  @Test
  void aRefreshReplacesTheCookieAndKeepsTheSession() {
    Device before = Person.member().signIn();

    Device after = before.refresh();

    assertThat(after.cookie()).isNotEqualTo(before.cookie());
    assertThat(after.session()).isEqualTo(before.session());
    assertThat(after.claims().getJWTID()).isNotEqualTo(before.claims().getJWTID());
    assertThat(after.answer().text()).doesNotContain(after.cookie());
    assertThat(after.refresh().answer().status()).isEqualTo(200);
  }

  @Test
  void tabsThatRefreshAtOnceAllGetTheSameSuccessor() {
    Device device = Person.member().signIn();

    List<CompletableFuture<Answer>> tabs =
        IntStream.range(0, 24)
            .mapToObj(i -> device.withCookie().sendLater("POST", "/sessions/refresh", null))
            .toList();
    List<Device> refreshed = tabs.stream().map(CompletableFuture::join).map(Device::new).toList();

    assertThat(refreshed).allSatisfy(tab -> assertThat(tab.answer().status()).isEqualTo(200));
    assertThat(refreshed).extracting(Device::cookie).containsOnly(refreshed.get(0).cookie());
    assertThat(refreshed.get(0).refresh().answer().status()).isEqualTo(200);
  }

  @Test
  void aTabThatIsTwoStepsBehindGetsTheLatest() {
    Device first = Person.member().signIn();
    Device third = first.refresh().refresh();

    assertThat(first.refresh().cookie()).isEqualTo(third.cookie());
    assertThat(third.refresh().answer().status()).isEqualTo(200);
  }

  @Test
  void anExpiredOrSpoiltAccessTokenIsNoHindrance() {
    Device device = Person.member().signIn();

    Answer spoilt =
        device.withCookie().as("eyJhbGciOiJub25lIn0.e30.").post("/sessions/refresh", null);

    assertThat(spoilt.status()).as(spoilt.toString()).isEqualTo(200);
  }

  @Test
  void withoutAGoodCookieThereIsNothingToGoOnWith() {
    Device device = Person.member().signIn();
    String[] parts = device.cookie().split("\\.");

    assertEnded(ServiceUnderTest.http().post("/sessions/refresh", null));
    assertEnded(Device.withCookie("nonsense").post("/sessions/refresh", null));
    assertEnded(Device.withCookie("A".repeat(22) + "." + parts[1]).post("/sessions/refresh", null));
    assertEnded(Device.withCookie(device.accessToken()).post("/sessions/refresh", null));
    assertThat(device.refresh().answer().status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsNoAccessToken() {
    Device device = Person.member().signIn();

    assertThat(ServiceUnderTest.http().as(device.cookie()).get("/members/me").status())
        .isEqualTo(401);
  }

  @Test
  void redisHoldsNothingThatCouldBePresented() {
    Device device = Person.member().signIn();
    Device next = device.refresh();

    StringBuilder everything = new StringBuilder();
    try (RedisClient redis = RedisClient.create(TestStack.get().redisUri())) {
      Set<String> names = redis.keys(ServiceUnderTest.redisPrefix() + "*");
      assertThat(names).isNotEmpty();
      for (String name : names) {
        everything.append(name).append('\n');
        if (redis.type(name).equals("hash")) {
          everything.append(redis.hgetAll(name)).append('\n');
        }
      }
    }
    for (String cookie : List.of(device.cookie(), next.cookie())) {
      assertThat(everything.toString()).doesNotContain(cookie.split("\\."));
    }
  }

  /** Long enough for the tabs of one browser, and for nobody who finds a token later. */
  @Test
  void aReplacedTokenIsAnsweredForTenSeconds() {
    Device device = Person.member().signIn();
    try (RedisClient redis = RedisClient.create(TestStack.get().redisUri())) {
      long before = now(redis);
      device.refresh();
      long after = now(redis);

      List<Long> until =
          redis.keys(ServiceUnderTest.redisPrefix() + "member:session:*").stream()
              .flatMap(name -> redis.hgetAll(name).entrySet().stream())
              .filter(field -> field.getKey().startsWith("retired:"))
              .map(field -> Long.parseLong(field.getValue().split(":")[0]))
              .toList();
      assertThat(until)
          .as("between %d and %d, and ten seconds", before, after)
          .anySatisfy(time -> assertThat(time - 10_000).isBetween(before, after));
    }
  }

  /** By Redis's own clock, in milliseconds. */
  private static long now(RedisClient redis) {
    @SuppressWarnings("unchecked")
    List<String> time =
        (List<String>) redis.eval("return redis.call('TIME')", List.of(), List.of());
    return Long.parseLong(time.get(0)) * 1000 + Long.parseLong(time.get(1)) / 1000;
  }

  @Test
  void signingOutEndsThisDeviceOnly() {
    Person person = Person.member();
    Device phone = person.signIn("폰");
    Device desk = person.signIn("책상");

    Answer answer = phone.withCookie().delete("/sessions/current");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie"))
        .contains("refresh=")
        .contains("Max-Age=0")
        .contains("Path=/api/member/sessions");
    assertEnded(phone.tryRefresh());
    assertThat(desk.refresh().answer().status()).isEqualTo(200);
    assertThat(ServiceUnderTest.http().delete("/sessions/current").status()).isEqualTo(204);
  }

  @Test
  void theOwnerSeesTheDevicesAndSignsOneOut() {
    Person person = Person.member();
    Device phone = person.signIn("내 폰");
    Device desk = person.signIn("책상");

    List<JsonObject> sessions = sessions(phone);

    assertThat(sessions)
        .extracting(session -> session.getString("device"))
        .containsExactlyInAnyOrder("내 폰", "책상");
    assertThat(sessions)
        .filteredOn(session -> session.getBoolean("current"))
        .singleElement()
        .satisfies(session -> assertThat(session.getString("id")).isEqualTo(phone.session()));

    assertThat(phone.http().delete("/sessions/" + desk.session()).status()).isEqualTo(204);
    assertEnded(desk.tryRefresh());
    assertThat(sessions(phone)).hasSize(1);
    assertThat(phone.http().delete("/sessions/" + desk.session()).code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void theOwnerSeesWhenADeviceWasLastUsed() {
    Person person = Person.member();
    Device phone = person.signIn("내 폰");
    Device desk = person.signIn("책상");
    Instant before = lastUse(desk, phone);

    phone.refresh();

    assertThat(lastUse(desk, phone)).isAfter(before);
    assertThat(sessions(desk))
        .as("the one used last comes first")
        .extracting(session -> session.getString("id"))
        .containsExactly(phone.session(), desk.session());
  }

  /** When a device was last used, as seen on another. */
  private static Instant lastUse(Device reader, Device device) {
    return sessions(reader).stream()
        .filter(session -> session.getString("id").equals(device.session()))
        .map(session -> Instant.parse(session.getString("lastUsedAt")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyEndsAnothersSession() {
    Device mine = Person.member().signIn();
    Device other = Person.member().signIn();

    Answer answer = other.http().delete("/sessions/" + mine.session());

    assertThat(answer.code()).isEqualTo("NOT_FOUND");
    assertThat(sessions(other)).hasSize(1);
    assertThat(mine.refresh().answer().status()).isEqualTo(200);
  }

  @Test
  void signingOutEverywhereEndsEveryDevice() {
    Person person = Person.member();
    Device phone = person.signIn();
    Device desk = person.signIn();

    Answer answer = phone.http().delete("/sessions");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
    assertEnded(phone.tryRefresh());
    assertEnded(desk.tryRefresh());
    assertThat(sessions(phone)).isEmpty();
  }

  @Test
  void anotherPasswordSignsOutEverywhereElse() {
    Person person = Person.member();
    Device phone = person.signIn();
    Device desk = person.signIn();
    String next = "새로 지은 비밀번호";

    Answer answer = phone.http().put("/members/me/password", change(person.password(), next));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    assertEnded(desk.tryRefresh());
    assertThat(phone.refresh().answer().status()).isEqualTo(200);
    assertThat(person.trySignIn(person.nickname(), "폰").status()).isEqualTo(401);
    assertThat(person.withPassword(next).signIn().answer().status()).isEqualTo(200);
  }

  @Test
  void noPasswordWithoutThePresentOneAndNoneThatIsGuessedFirst() {
    Person person = Person.member();
    Http http = person.signIn().http();

    Answer wrong = http.put("/members/me/password", change("not the one", "새로 지은 비밀번호"));
    Answer common = http.put("/members/me/password", change(person.password(), "password"));
    Answer own = http.put("/members/me/password", change(person.password(), person.nickname()));
    Answer missing = http.put("/members/me/password", "{\"next\":\"새로 지은 비밀번호\"}");

    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("PASSWORD_WRONG");
    assertThat(common.code()).isEqualTo("PASSWORD_TOO_COMMON");
    assertThat(own.code()).isEqualTo("PASSWORD_TOO_COMMON");
    assertThat(missing.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(person.signIn().answer().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /members/me",
    "PATCH, /members/me",
    "DELETE, /members/me",
    "DELETE, /members/me/picture",
    "PUT, /members/me/password",
    "PUT, /members/me/neighbourhood",
    "PUT, /members/me/keywords",
    "GET, /members/01937b1e-6c00-7a10-8c00-0000000000b2",
    "GET, /sessions",
    "DELETE, /sessions",
    "DELETE, /sessions/01937b1e-6c00-7a10-8c00-0000000000b2"
  })
  void whoIsNotSignedInGetsNoFurther(String method, String path) throws Exception {
    String body =
        method.startsWith("P") || path.endsWith("/me") && method.equals("DELETE") ? "{}" : null;
    Device device = Person.member().signIn();
    Http http = ServiceUnderTest.http();
    List<Http> strangers =
        List.of(
            http,
            http.as("nonsense"),
            http.as(new PlainJWT(device.claims()).serialize()),
            http.as(signedByAnother(device.claims())),
            http.as(tampered(device.accessToken())),
            http.with("Cookie", "refresh=" + device.cookie()));

    assertThat(strangers)
        .allSatisfy(
            stranger -> {
              Answer answer = stranger.sendLater(method, path, body).join();
              assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            });
    assertThat(http.sendLater(method, path, body).join().code()).isEqualTo("UNAUTHENTICATED");
    assertThat(http.send(method, path, null).code()).as("no body").isEqualTo("UNAUTHENTICATED");
    assertThat(device.http().get("/members/me").status()).isEqualTo(200);
  }

  @Test
  void whoIsNotSignedInShowsNoPicture() throws Exception {
    Device device = Person.member().signIn();
    Http http = ServiceUnderTest.http();

    for (Http stranger :
        List.of(http, http.as("nonsense"), http.as(signedByAnother(device.claims())))) {
      Answer answer =
          stranger.upload(
              "PUT", "/members/me/picture", "file", "나.png", "image/png", new byte[] {1});
      assertThat(answer.status() + " " + answer.code()).isEqualTo("401 UNAUTHENTICATED");
    }
  }

  private static String signedByAnother(JWTClaimsSet claims) throws Exception {
    RSAKey another = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(another.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(another));
    return token.serialize();
  }

  private static String tampered(String accessToken) throws Exception {
    SignedJWT token = SignedJWT.parse(accessToken);
    JWTClaimsSet later =
        new JWTClaimsSet.Builder(token.getJWTClaimsSet())
            .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))
            .build();
    String[] parts = accessToken.split("\\.");
    return parts[0] + "." + later.toPayload().toBase64URL() + "." + parts[2];
  }

  private static String change(String current, String next) {
    return Json.createObjectBuilder().add("current", current).add("next", next).build().toString();
  }

  private static List<JsonObject> sessions(Device device) {
    Answer answer = device.http().get("/sessions");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().get("next")).isEqualTo(jakarta.json.JsonValue.NULL);
    return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static void assertEnded(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("SESSION_ENDED");
  }
}
