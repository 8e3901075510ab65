package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keeps guessers and thieves out, with short windows so that their end can be seen. */
@ArquillianTest
class DefencesIT {

  private static final String BOSS =
      "boss" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";

  @Deployment(testable = false)
  static WebArchive war() {
    return ConfiguredWar.with(
        """
        gonggu.rate.limits=on
        gonggu.member.limit.sign-in-to-account-from-address=4/PT3S
        gonggu.member.limit.confirmation=3/PT1M
        gonggu.member.limit.look-up=60/PT2S
        gonggu.member.limit.look-up-of=5/PT2S
        gonggu.member.limit.sign-up-as=3/PT1M
        gonggu.member.session.grace=PT1S
        gonggu.admins=somebody,%s
        gonggu.demo.accounts=sora,minho
        gonggu.demo.password=to be tried
        """
            .formatted(BOSS));
  }

  @BeforeAll
  static void waitUntilItIsReady() {
    Person.awaitReady();
  }

  @Test
  void whoGuessesPasswordsWaitsAndTheOwnerIsLetInAfterwards() {
    Person owner = Person.member();
    Person guesser = owner.withPassword("a guess of many");
    for (int guess = 1; guess <= 4; guess++) {
      assertThat(guesser.trySignIn(owner.nickname(), "?").status()).isEqualTo(401);
    }

    Answer refused = owner.trySignIn(owner.nickname(), "폰");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 4);
    assertThat(Person.member().signIn().answer().status()).as("nobody else waits").isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> owner.trySignIn(owner.nickname(), "폰").status() == 200);
  }

  @Test
  void manyGuessesAtOnceAreNoWayRound() {
    Person owner = Person.member();
    String guess =
        Json.createObjectBuilder()
            .add("login", owner.nickname())
            .add("password", "a guess of many")
            .build()
            .toString();

    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 20)
            .mapToObj(i -> ServiceUnderTest.http().sendLater("POST", "/sessions", guess))
            .toList();

    List<Integer> statuses = all.stream().map(CompletableFuture::join).map(Answer::status).toList();
    assertThat(statuses).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(4);
    assertThat(statuses).containsOnly(401, 429);
  }

  @Test
  void signingInRightTimeAndAgainIsNoGuessing() {
    Person owner = Person.member();

    assertThat(IntStream.range(0, 6).mapToObj(i -> owner.signIn().answer().status()))
        .containsOnly(200);
  }

  @Test
  void whoGuessesAtAnUnlockedPhoneWaitsToo() {
    Person owner = Person.member();
    Http http = owner.signIn().http();
    String guess = "{\"current\":\"a guess of many\",\"next\":\"새로 지은 비밀번호\"}";
    for (int i = 0; i < 3; i++) {
      assertThat(http.put("/members/me/password", guess).status()).isEqualTo(403);
    }

    Answer refused = http.put("/members/me/password", guess);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
  }

  @Test
  void whoAsksForManyNamesWaits() {
    Http http = ServiceUnderTest.http();
    AtomicInteger asked = new AtomicInteger(); // no name twice: that has a limit of its own

    await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () ->
                http.get("/availability?nickname=kim." + asked.incrementAndGet()).status() == 429);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> http.get("/availability?nickname=kim.lee").status() == 200);
  }

  @Test
  void whoWaitsForOneNameWaitsInWhateverWritingAndNobodyElseDoes() {
    Http http = ServiceUnderTest.http();
    String name = "lee." + UUID.randomUUID().toString().substring(0, 8);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> http.get("/availability?nickname=" + name).status() == 429);

    Answer refused = http.get("/availability?nickname=" + name.toUpperCase(Locale.ROOT));

    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3);
    assertThat(http.get("/availability?nickname=park." + name.substring(4)).status())
        .isEqualTo(200);
  }

  @Test
  void signingUpWithOneAddressAgainAndAgainIsRefusedWhateverTheNickname() {
    Person first = Person.member();
    for (int again = 0; again < 2; again++) {
      assertThat(Person.stranger().reachedAt(first.email()).trySignUp().code())
          .isEqualTo("EMAIL_TAKEN");
    }

    Answer refused = Person.stranger().reachedAt(first.email()).trySignUp();
    Answer sameNickname = Person.stranger().called(first.nickname()).trySignUp();

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
    assertThat(sameNickname.code()).as("counted for itself").isEqualTo("NICKNAME_TAKEN");
    assertThat(Person.stranger().trySignUp().status()).as("nobody else waits").isEqualTo(201);
  }

  @Test
  void aStolenTokenThatIsUsedLateEndsTheSessionOfBoth() {
    Device stolen = Person.member().signIn();
    Device owner = stolen.refresh();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(stolen.tryRefresh().status()).isEqualTo(401));

    Answer answer = owner.tryRefresh();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("SESSION_ENDED");
    assertThat(owner.http().get("/sessions").json().getJsonArray("items")).isEmpty();
  }

  @Test
  void theTheftOnOneDeviceLeavesTheOtherSignedIn() {
    Person person = Person.member();
    Device phone = person.signIn();
    Device desk = person.signIn();
    Device next = phone.refresh();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(phone.tryRefresh().status()).isEqualTo(401));

    assertThat(next.tryRefresh().status()).isEqualTo(401);
    assertThat(desk.tryRefresh().status()).isEqualTo(200);
  }

  @Test
  void whomTheOperatorNamesIsAnOperator() throws Exception {
    Person boss = Person.stranger().reachedAt(BOSS).signUp();

    Device device = boss.signIn();

    assertThat(device.claims().getStringListClaim("groups"))
        .containsExactlyInAnyOrder("member", "admin");
    assertThat(device.refresh().claims().getStringListClaim("groups")).contains("admin");
    assertThat(Person.member().signIn().claims().getStringListClaim("groups"))
        .containsExactly("member");
  }

  @Test
  void aMarketWithDemoDataNamesItsAccounts() {
    JsonArray items = ServiceUnderTest.http().get("/demo-accounts").json().getJsonArray("items");

    assertThat(items.getValuesAs(JsonObject.class))
        .extracting(item -> item.getString("nickname") + "/" + item.getString("password"))
        .containsExactly("sora/to be tried", "minho/to be tried");
  }
}
