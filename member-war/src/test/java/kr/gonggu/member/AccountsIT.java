package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import kr.gonggu.testkit.Contracts;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
class AccountsIT {

  private static final String HOME =
      "{\"latitude\":37.5559,\"longitude\":126.9019,\"label\":\"마포구 망원동\",\"radiusMeters\":2000}";

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void waitUntilItIsReady() {
    Person.awaitReady();
  }

  @Test
  void whoSignsUpHasAnAccountAndEverybodyIsTold() {
    Person person = Person.stranger().called("  쌀집." + number() + " ");
    Instant before = Instant.now();

    Answer answer =
        ServiceUnderTest.http()
            .with("X-Request-Id", "sign-up-1")
            .post("/members", person.form().toString());

    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    String id = answer.json().getString("id");
    assertThat(UUID.fromString(id).version()).isEqualTo(7);
    assertThat(answer.json())
        .isEqualTo(
            Json.createObjectBuilder()
                .add("id", id)
                .add("nickname", person.nickname().strip())
                .add("email", person.email())
                .build());
    assertThat(answer.header("Location")).endsWith("/api/member/members/" + id);
    assertThat(answer.header("X-Request-Id")).isEqualTo("sign-up-1");

    Topic.Event joined = told("MemberJoined", id).get(0);
    assertThat(Contracts.of("member").violations("MemberJoined", joined.json())).isEmpty();
    assertThat(joined.key()).isEqualTo(id);
    assertThat(joined.headers())
        .containsEntry("ce_source", "/gonggu/member")
        .containsEntry("ce_requestid", "sign-up-1");
    JsonObject told = json(joined);
    assertThat(told.getString("nickname")).isEqualTo(person.nickname().strip());
    assertThat(Instant.parse(told.getString("joinedAt"))).isAfterOrEqualTo(before.minusMillis(1));
  }

  @Test
  void onlyASlowHashOfThePasswordIsKept() throws SQLException {
    Person person = Person.member();

    try (Connection connection = ServiceUnderTest.database();
        PreparedStatement select =
            connection.prepareStatement("SELECT password_hash FROM member WHERE id = ?")) {
      select.setString(1, person.id().toString());
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1))
            .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
            .doesNotContain(person.password());
      }
    }
    assertThat(ServiceUnderTest.log()).doesNotContain(person.password());
  }

  @Test
  void aNameThatAnotherHasInAnyWritingIsTaken() {
    Person first = Person.stranger().called("Kim." + number()).signUp();

    Answer nickname =
        Person.stranger().called(first.nickname().toUpperCase(Locale.ROOT)).trySignUp();
    Answer email = Person.stranger().reachedAt(first.email().toUpperCase(Locale.ROOT)).trySignUp();

    assertThat(nickname.status()).isEqualTo(409);
    assertThat(nickname.code()).isEqualTo("NICKNAME_TAKEN");
    assertThat(field(nickname)).isEqualTo("nickname");
    assertThat(email.status()).isEqualTo(409);
    assertThat(email.code()).isEqualTo("EMAIL_TAKEN");
    assertThat(field(email)).isEqualTo("email");
  }

  @Test
  void dotAndUnderscoreMakeDifferentNames() {
    String number = number();

    Person.stranger().called("k.i" + number).signUp();
    Person.stranger().called("k_i" + number).signUp();
    Person.stranger().called("ki" + number).signUp();
  }

  @Test
  void ofTwentyWhoWantOneNameAtOnceOneGetsItAndTheOthersAClearAnswer() {
    String nickname = "인기." + number();
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    ServiceUnderTest.http()
                        .sendLater(
                            "POST",
                            "/members",
                            Person.stranger().called(nickname).form().toString()))
            .toList();

    List<Answer> answers = all.stream().map(CompletableFuture::join).toList();

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() != 201))
        .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("NICKNAME_TAKEN"));
  }

  @Test
  void theFormLearnsWhatIsFree() {
    Person member = Person.member();
    Http http = ServiceUnderTest.http();

    assertThat(http.get("/availability?nickname=" + encoded(member.nickname())).text())
        .isEqualTo("{\"nickname\":false}");
    assertThat(http.get("/availability?email=" + encoded(member.email())).text())
        .isEqualTo("{\"email\":false}");
    JsonObject both =
        http.get(
                "/availability?nickname=%s&email=%s"
                    .formatted(encoded("새이웃" + number()), "new" + number() + "@example.com"))
            .json();
    assertThat(both.getBoolean("nickname")).isTrue();
    assertThat(both.getBoolean("email")).isTrue();
    assertThat(http.get("/availability").status()).isEqualTo(400);
    assertThat(http.get("/availability?nickname=a").code()).isEqualTo("VALIDATION_FAILED");
    assertThat(http.get("/availability?email=a").code()).isEqualTo("VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "\"text\"",
        "{",
        "{\"email\":\"EMAIL\",\"password\":\"망원동 쌀집 앞\"}",
        "{\"email\":\"EMAIL\",\"nickname\":\"NICK\"}",
        "{\"password\":\"망원동 쌀집 앞\",\"nickname\":\"NICK\"}",
        "{\"email\":null,\"password\":\"망원동 쌀집 앞\",\"nickname\":\"NICK\"}",
        "{\"email\":\"EMAIL\",\"password\":\"망원동 쌀집 앞\",\"nickname\":{\"a\":1}}",
        "{\"email\":[1],\"password\":\"망원동 쌀집 앞\",\"nickname\":\"NICK\"}",
        "{\"email\":\"no address\",\"password\":\"망원동 쌀집 앞\",\"nickname\":\"NICK\"}",
        "{\"email\":\"EMAIL\",\"password\":\"short\",\"nickname\":\"NICK\"}",
        "{\"email\":\"EMAIL\",\"password\":\"password\",\"nickname\":\"NICK\"}",
        "{\"email\":\"EMAIL\",\"password\":\"망원동 쌀집 앞\",\"nickname\":\"<b>NICK</b>\"}",
        "{\"email\":\"EMAIL\",\"password\":\"망원동 쌀집 앞\",\"nickname\":\" \"}"
      })
  void whatIsNoSignUpMakesNoAccount(String body) {
    Person person = Person.stranger();

    Answer answer =
        ServiceUnderTest.http()
            .post(
                "/members",
                body.replace("EMAIL", person.email()).replace("NICK", person.nickname()));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isIn("VALIDATION_FAILED", "MALFORMED_JSON", "PASSWORD_TOO_COMMON");
    assertThat(
            ServiceUnderTest.http()
                .get(
                    "/availability?nickname=%s&email=%s"
                        .formatted(encoded(person.nickname()), person.email()))
                .text())
        .isEqualTo("{\"email\":true,\"nickname\":true}");
  }

  @Test
  void hugeAndForeignBodiesAreRefused() {
    Http http = ServiceUnderTest.http();
    String huge = "{\"email\":\"" + "a".repeat(2 * 1024 * 1024) + "\"}";

    assertThat(http.post("/members", huge).status()).isEqualTo(413);
    assertThat(
            http.send("POST", "/members", "text/plain", "x".getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(415);
    assertThat(http.delete("/members").status()).isEqualTo(405);
    assertThat(http.get("/nothing").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aNewMemberLivesNowhereYet() {
    Person person = Person.member();

    JsonObject profile = person.signIn().http().get("/members/me").json();

    assertThat(profile.getString("id")).isEqualTo(person.id().toString());
    assertThat(profile.getString("nickname")).isEqualTo(person.nickname());
    assertThat(profile.getString("email")).isEqualTo(person.email());
    assertThat(profile.get("neighbourhood")).isEqualTo(JsonValue.NULL);
    assertThat(profile.getJsonArray("keywords")).isEmpty();
    assertThat(profile.keySet()).doesNotContain("password", "passwordHash");
  }

  @Test
  void theOwnerSeesTheExactHomeAndOthersAGridCell() {
    Person person = Person.member();
    Http http = person.signIn().http();

    Answer answer = http.put("/members/me/neighbourhood", HOME);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    JsonObject home = http.get("/members/me").json().getJsonObject("neighbourhood");
    assertThat(home.getJsonNumber("latitude").doubleValue()).isEqualTo(37.5559);
    assertThat(home.getJsonNumber("longitude").doubleValue()).isEqualTo(126.9019);
    assertThat(home.getInt("radiusMeters")).isEqualTo(2_000);

    Topic.Event changed = told("MemberChanged", person.id().toString()).get(0);
    assertThat(Contracts.of("member").violations("MemberChanged", changed.json())).isEmpty();
    assertThat(json(changed).getJsonObject("neighbourhood"))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("label", "마포구 망원동")
                .add("latitude", 37.557867)
                .add("longitude", 126.902218)
                .add("radiusMeters", 2_000)
                .build());

    JsonObject seen = Person.member().signIn().http().get("/members/" + person.id()).json();
    assertThat(seen.keySet())
        .containsExactlyInAnyOrder("id", "nickname", "joinedAt", "neighbourhood", "pictureId");
    assertThat(seen.getString("neighbourhood")).isEqualTo("마포구 망원동");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000|499|radiusMeters",
        "2000|20001|radiusMeters",
        "2000|-2000|radiusMeters",
        "2000|2000.5|radiusMeters",
        "2000|99999999999999999999|radiusMeters",
        "2000|\"far\"|radiusMeters",
        "2000|null|radiusMeters",
        "37.5559|91|latitude",
        "37.5559|1e999|latitude",
        "37.5559|\"north\"|latitude",
        "126.9019|-181|longitude",
        "\"마포구 망원동\"|\" \"|label",
        "\"마포구 망원동\"|{}|label"
      })
  void noHomeOutsideOfTheRules(String good, String bad, String field) {
    Person person = Person.member();
    Http http = person.signIn().http();

    Answer answer = http.put("/members/me/neighbourhood", HOME.replace(good, bad));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isIn("VALIDATION_FAILED", "MALFORMED_JSON");
    assertThat(answer.text()).contains(field);
    assertThat(http.get("/members/me").json().get("neighbourhood")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void keywordsAreReplacedAndTold() {
    Person person = Person.member();
    Http http = person.signIn().http();
    http.put("/members/me/keywords", "[\"휴지\"]");

    Answer answer = http.put("/members/me/keywords", "[\" 감귤 \",\"Rice\",\"rice\"]");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(http.get("/members/me").json().getJsonArray("keywords").toString())
        .isEqualTo("[\"감귤\",\"rice\"]");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              List<Topic.Event> events = told("MemberChanged", person.id().toString());
              assertThat(json(events.get(events.size() - 1)).getJsonArray("keywords").toString())
                  .isEqualTo("[\"감귤\",\"rice\"]");
            });
    assertThat(http.put("/members/me/keywords", "[\"\"]").status()).isEqualTo(400);
    assertThat(http.put("/members/me/keywords", "[null]").status()).isEqualTo(400);
    assertThat(http.put("/members/me/keywords", "{\"a\":1}").status()).isEqualTo(400);
    assertThat(http.put("/members/me/keywords", "[" + "\"a\",".repeat(200) + "\"b\"]").status())
        .isEqualTo(400);
    assertThat(http.put("/members/me/keywords", "[]").status()).isEqualTo(200);
  }

  @Test
  void anotherNicknameIsToldAndOpensTheDoor() {
    Person person = Person.member();
    String other = "감귤." + number();

    Answer answer = person.signIn().http().patch("/members/me", named(other, person.password()));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().getString("nickname")).isEqualTo(other);
    assertThat(json(told("MemberChanged", person.id().toString()).get(0)).getString("nickname"))
        .isEqualTo(other);
    assertThat(person.called(other).signIn().claims().getClaims()).containsEntry("upn", other);
    assertThat(person.trySignIn(person.nickname(), "폰").status()).isEqualTo(401);
  }

  @Test
  void nobodyTakesAnothersName() {
    Person first = Person.member();
    Person second = Person.member();
    Http http = second.signIn().http();

    Answer answer = http.patch("/members/me", named(first.nickname(), second.password()));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("NICKNAME_TAKEN");
    assertThat(http.get("/members/me").json().getString("nickname")).isEqualTo(second.nickname());
  }

  @Test
  void anotherAddressAndAnotherNicknameNeedThePassword() {
    Person first = Person.member();
    Person person = Person.member();
    Http http = person.signIn().http();
    String other = "new" + number() + "@example.com";

    Answer without = http.patch("/members/me", "{\"email\":\"" + other + "\"}");
    Answer unnamed = http.patch("/members/me", "{\"nickname\":\"감귤" + number() + "\"}");
    Answer wrong = http.patch("/members/me", change(other, "another password"));
    Answer taken = http.patch("/members/me", change(first.email(), person.password()));
    Answer right = http.patch("/members/me", change(other, person.password()));

    assertThat(without.status()).isEqualTo(400);
    assertThat(field(without)).isEqualTo("password");
    assertThat(unnamed.status()).isEqualTo(400);
    assertThat(field(unnamed)).isEqualTo("password");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("PASSWORD_WRONG");
    assertThat(taken.code()).isEqualTo("EMAIL_TAKEN");
    assertThat(right.status()).as(right.toString()).isEqualTo(200);
    assertThat(person.trySignIn(other, "폰").status()).isEqualTo(200);
    assertThat(person.trySignIn(person.email(), "폰").status()).isEqualTo(401);
  }

  @Test
  void itIsStartedReadyAndLive() {
    Http server = Http.at(ServiceUnderTest.server());

    for (String check : List.of("/health/started", "/health/ready", "/health/live")) {
      Answer answer = server.get(check);
      assertThat(answer.status()).as(check).isEqualTo(200);
      assertThat(answer.text()).contains("\"member\"");
    }
  }

  @Test
  void whoDoesNotExistIsNotFound() {
    Http http = Person.member().signIn().http();

    assertThat(http.get("/members/" + UUID.randomUUID()).code()).isEqualTo("NOT_FOUND");
    assertThat(http.get("/members/nobody").status()).isEqualTo(404);
  }

  @Test
  void severalAreSeenAtOnce() {
    Person shown = Person.member();
    Person other = Person.member();
    Http http = other.signIn().http();
    String picture = showPicture(shown.signIn().http(), "png").json().getString("pictureId");
    String ids = "?id=" + shown.id() + "&id=" + other.id() + "&id=" + shown.id();

    JsonArray seen =
        http.get("/members" + ids + "&id=" + UUID.randomUUID()).json().getJsonArray("items");

    assertThat(seen.getValuesAs(JsonObject.class))
        .extracting(
            each -> each.getString("id"),
            each -> each.getString("nickname"),
            each -> each.getString("pictureId", null))
        .containsExactlyInAnyOrder(
            tuple(shown.id().toString(), shown.nickname(), picture),
            tuple(other.id().toString(), other.nickname(), null));

    assertThat(http.get("/members").code()).isEqualTo("VALIDATION_FAILED");
    assertThat(http.get("/members?id=nobody").code()).isEqualTo("VALIDATION_FAILED");
    assertThat(http.get("/members" + ids + ("&id=" + shown.id()).repeat(48)).code())
        .isEqualTo("VALIDATION_FAILED");
  }

  private static String change(String email, String password) {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("password", password)
        .build()
        .toString();
  }

  private static String named(String nickname, String password) {
    return Json.createObjectBuilder()
        .add("nickname", nickname)
        .add("password", password)
        .build()
        .toString();
  }

  @Test
  void whoLeavesIsForgottenAndEverybodyIsTold() throws SQLException {
    Person person = Person.member();
    Device device = person.signIn();
    Device other = person.signIn("태블릿");
    showPicture(device.http(), "png");

    Answer wrong = leave(device.http(), "another password");
    Answer missing = device.http().sendLater("DELETE", "/members/me", "{}").join();
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.code()).isEqualTo("PASSWORD_WRONG");
    assertThat(missing.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(device.http().get("/members/me").status()).isEqualTo(200);

    Answer gone = leave(device.http(), person.password());

    assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
    assertThat(gone.header("Set-Cookie")).contains("refresh=", "Max-Age=0");
    Topic.Event left = told("MemberLeft", person.id().toString()).get(0);
    assertThat(Contracts.of("member").violations("MemberLeft", left.json())).isEmpty();
    assertThat(left.json()).doesNotContain(person.nickname(), person.email());
    assertThat(other.tryRefresh().code()).isEqualTo("SESSION_ENDED");
    assertThat(person.trySignIn(person.email(), "폰").status()).isEqualTo(401);
    assertThat(device.http().get("/members/me").status()).isEqualTo(404);
    assertThat(leave(device.http(), person.password()).status()).isEqualTo(404);
    assertThat(rows("SELECT COUNT(*) FROM member WHERE id = ?", person.id())).isZero();
    assertThat(rows("SELECT COUNT(*) FROM image WHERE uploader_id = ?", person.id())).isZero();
    assertThat(person.trySignUp().status()).as("the names are free again").isEqualTo(201);
  }

  private static Answer leave(Http http, String password) {
    return http.sendLater(
            "DELETE",
            "/members/me",
            Json.createObjectBuilder().add("password", password).build().toString())
        .join();
  }

  private static long rows(String count, UUID id) throws SQLException {
    try (Connection connection = ServiceUnderTest.database();
        PreparedStatement select = connection.prepareStatement(count)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @Test
  void aMemberShowsOnePictureWhichEverybodySees() throws SQLException {
    Person person = Person.member();
    Http http = person.signIn().http();
    assertThat(http.get("/members/me").json().get("pictureId")).isEqualTo(JsonValue.NULL);

    String first = showPicture(http, "png").json().getString("pictureId");
    String second = showPicture(http, "jpg").json().getString("pictureId");

    assertThat(second).isNotEqualTo(first);
    Http nobody = ServiceUnderTest.http();
    assertThat(nobody.get("/pictures/" + first).status()).isEqualTo(404);
    Answer shown = nobody.get("/pictures/" + second + "?size=thumb");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
    String tag = shown.header("ETag");
    Http knows = nobody.with("If-None-Match", tag);
    assertThat(knows.get("/pictures/" + second + "?size=thumb").status()).isEqualTo(304);
    assertThat(http.get("/members/" + person.id()).json().getString("pictureId")).isEqualTo(second);
    assertThat(rows("SELECT COUNT(*) FROM image WHERE uploader_id = ?", person.id())).isOne();

    assertThat(http.delete("/members/me/picture").status()).isEqualTo(204);

    assertThat(nobody.get("/pictures/" + second).status()).isEqualTo(404);
    assertThat(knows.get("/pictures/" + second + "?size=thumb").status()).isEqualTo(404);
    assertThat(http.get("/members/me").json().get("pictureId")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void ofPicturesThatComeAtOnceOneStaysAndNoneFails() throws Exception {
    Person person = Person.member();
    Http http = person.signIn().http();
    Callable<String> show = () -> showPicture(http, "png").json().getString("pictureId");
    ExecutorService hands = Executors.newFixedThreadPool(8);
    try {
      List<String> shown =
          hands.invokeAll(Collections.nCopies(16, show)).stream().map(AccountsIT::done).toList();

      String stays = http.get("/members/me").json().getString("pictureId");
      assertThat(shown).doesNotHaveDuplicates().contains(stays);
      assertThat(ServiceUnderTest.http().get("/pictures/" + stays).status()).isEqualTo(200);
      assertThat(rows("SELECT COUNT(*) FROM image WHERE uploader_id = ?", person.id())).isOne();
    } finally {
      hands.shutdown();
    }
  }

  private static String done(Future<String> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsNoPictureIsRefusedAndChangesNothing() {
    Http http = Person.member().signIn().http();
    showPicture(http, "png");
    String before = http.get("/members/me").json().getString("pictureId");

    Answer answer = put(http, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("IMAGE_INVALID");
    assertThat(put(http, new byte[5 * 1024 * 1024 + 1]).status()).isEqualTo(413);
    assertThat(http.get("/members/me").json().getString("pictureId")).isEqualTo(before);
  }

  private static Answer showPicture(Http http, String format) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
      Answer answer = put(http, bytes.toByteArray());
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer put(Http http, byte[] picture) {
    return http.upload("PUT", "/members/me/picture", "file", "나.png", "image/png", picture);
  }

  @Test
  void aMarketOfRealNeighboursHasNoDemoAccounts() {
    Answer answer = ServiceUnderTest.http().get("/demo-accounts");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().getJsonArray("items")).isEmpty();
  }

  private static List<Topic.Event> told(String type, String subject) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> ServiceUnderTest.topic("member.events").all(type, subject),
            events -> !events.isEmpty());
  }

  private static JsonObject json(Topic.Event event) {
    try (var reader = Json.createReader(new java.io.StringReader(event.json()))) {
      return reader.readObject();
    }
  }

  private static String field(Answer answer) {
    return answer.json().getJsonArray("violations").getJsonObject(0).getString("field");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String number() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 10);
  }
}
