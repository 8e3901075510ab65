package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kr.gonggu.testkit.Contracts;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Taking and giving back shares, also by hundreds at once, on the real database. */
@ArquillianTest
class EnrollmentsIT {

  private final Person host = Person.named("초록마을");
  private final Person neighbour = Person.named("달빛이웃");

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void serviceIsReady() {
    Person.awaitService();
  }

  @Test
  void aNeighbourJoinsChangesAndLeaves() {
    String deal = host.open();

    Http.Answer joined = neighbour.join(deal, 2);
    assertThat(joined.status()).as("%s", joined).isEqualTo(201);
    assertThat(joined.json().getString("status")).isEqualTo("CONFIRMED");
    assertThat(joined.json().getInt("amount")).isEqualTo(6_000);
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(3);

    Http.Answer changed = neighbour.change(deal, 5);
    assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    assertThat(changed.json().getInt("amount")).isEqualTo(15_000);
    assertThat(changed.json().getString("id")).isEqualTo(joined.json().getString("id"));
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(6);
    assertThat(neighbour.change(deal, 1).json().getInt("quantity")).isEqualTo(1);

    assertThat(neighbour.leave(deal).status()).isEqualTo(204);
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(1);
    assertThat(neighbour.leave(deal).code()).isEqualTo("NOT_JOINED");
    assertThat(neighbour.change(deal, 1).code()).isEqualTo("NOT_JOINED");

    Http.Answer again = neighbour.join(deal, 1);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().getString("id")).isNotEqualTo(joined.json().getString("id"));
  }

  @Test
  void amountsOfAFullDealAndTheHostsPartAddUpToThePrice() {
    JsonObject opened =
        host.open(
            Person.deal(
                Json.createObjectBuilder()
                    .add("totalPrice", 100_000)
                    .add("shares", 7)
                    .add("hostShares", 2)));
    String deal = opened.getString("id");
    long paid = 0;
    for (int quantity : new int[] {1, 3, 1}) {
      paid += Person.named("이웃").join(deal, quantity).json().getInt("amount");
    }

    long hostPart = 100_000 - paid;
    assertThat(host.view(deal).getString("status")).isEqualTo("FULL");
    assertThat(paid).isEqualTo(5 * 14_285);
    assertThat(hostPart).isEqualTo(2 * 14_285 + 5);
  }

  @Test
  void becomesFullWithTheLastShareAndRecruitsAgainWhenSomebodyLeaves() {
    String deal = host.open();
    neighbour.join(deal, 8);
    Person last = Person.named("막차");
    assertThat(host.view(deal).getString("status")).isEqualTo("RECRUITING");
    assertThat(last.join(deal, 2).code()).isEqualTo("SHARES_NOT_LEFT");

    assertThat(last.join(deal, 1).status()).isEqualTo(201);
    assertThat(host.view(deal).getString("status")).isEqualTo("FULL");
    assertThat(Person.named("늦은이").join(deal, 1).code()).isEqualTo("DEAL_FULL");
    assertThat(neighbour.change(deal, 9).code()).isEqualTo("DEAL_FULL");

    assertThat(neighbour.leave(deal).status()).isEqualTo(204);
    assertThat(host.view(deal).getString("status")).isEqualTo("RECRUITING");
    assertThat(Person.named("늦은이").join(deal, 8).status()).isEqualTo(201);
    assertThat(host.view(deal).getString("status")).isEqualTo("FULL");
  }

  @Test
  void aFullDealIsOrderedHandedOutAndReceived() {
    String deal = host.open();
    neighbour.join(deal, 9);
    assertThat(neighbour.receive(deal).code()).isEqualTo("NOT_READY");
    assertThat(host.move(deal, "{\"to\": \"READY\"}").code()).isEqualTo("STATUS_NOT_NEXT");

    Http.Answer ordered = host.move(deal, "{\"to\": \"ORDERED\", \"note\": \"목요일에 와요\"}");
    assertThat(ordered.status()).as("%s", ordered).isEqualTo(200);
    assertThat(ordered.json().getString("status")).isEqualTo("ORDERED");
    assertThat(ordered.header("ETag")).isEqualTo("\"2\"");
    assertThat(neighbour.leave(deal).code()).isEqualTo("DEAL_CLOSED");
    assertThat(host.http().post("/deals/" + deal + "/cancellation", "{\"reason\": \"x\"}").code())
        .isEqualTo("DEAL_CLOSED");
    assertThat(host.move(deal, "{\"to\": \"READY\"}").status()).isEqualTo(200);

    JsonObject step = neighbour.view(deal).getJsonArray("steps").getJsonObject(0);
    assertThat(step.getString("status")).isEqualTo("ORDERED");
    assertThat(step.getString("note")).isEqualTo("목요일에 와요");
    assertThat(Person.nobody().get("/deals/" + deal).json().containsKey("steps"))
        .as("notes are for those who take part")
        .isFalse();

    Http.Answer received = neighbour.receive(deal);
    assertThat(received.status()).as("%s", received).isEqualTo(200);
    assertThat(received.json().containsKey("receivedAt")).isTrue();
    assertThat(neighbour.receive(deal).json()).isEqualTo(received.json());
    assertThat(host.receive(deal).code()).isEqualTo("NOT_JOINED");
    assertThat(neighbour.view(deal).getJsonObject("mine").containsKey("receivedAt")).isTrue();
    assertThat(host.move(deal, "{\"to\": \"COMPLETED\"}").json().getString("status"))
        .isEqualTo("COMPLETED");

    Topic topic = ServiceUnderTest.topic("deal.events");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> topic.all("DealStatusChanged", deal).size() == 3);
    assertThat(topic.all("EnrollmentReceived", deal)).hasSize(1);
    Contracts contracts = Contracts.of("deal");
    assertThat(topic.all().stream().filter(event -> event.subject().equals(deal)).toList())
        .allSatisfy(
            event -> assertThat(contracts.violations(event.type(), event.json())).isEmpty());
    JsonObject told =
        Json.createReader(
                new java.io.StringReader(topic.all("DealStatusChanged", deal).get(0).json()))
            .readObject();
    assertThat(told.getString("from")).isEqualTo("FULL");
    assertThat(told.getString("note")).isEqualTo("목요일에 와요");
    assertThat(told.getJsonArray("memberIds").getString(0)).isEqualTo(neighbour.id().toString());
  }

  @Test
  void stepsThatAreNoneAreRefused() {
    String deal = host.open();
    neighbour.join(deal, 9);
    for (String wrong :
        List.of(
            "{}",
            "{\"to\": null}",
            "{\"to\": \"FULL\"}",
            "{\"to\": \"CANCELLED\"}",
            "{\"to\": \"ORDERED\", \"note\": \"%s\"}".formatted("가".repeat(501)),
            "{\"to\": \"ORDERED\", \"receiptImageId\": \"x\"}",
            "{\"to\": \"ORDERED\", \"receiptImageId\": \"%s\"}".formatted(UUID.randomUUID()))) {
      Http.Answer answer = host.move(deal, wrong);
      assertThat(answer.status()).as("%s to %s", answer, wrong).isEqualTo(400);
    }
    assertThat(neighbour.move(deal, "{\"to\": \"ORDERED\"}").code()).isEqualTo("NOT_THE_HOST");
    assertThat(host.move(UUID.randomUUID().toString(), "{\"to\": \"ORDERED\"}").status())
        .isEqualTo(404);
    assertThat(host.view(deal).getString("status")).isEqualTo("FULL");
  }

  @Test
  void hostsAndThoseWhoJoinedDoNotJoin() {
    String deal = host.open();
    neighbour.join(deal, 1);

    assertThat(host.join(deal, 1).code()).isEqualTo("HOST_CANNOT_JOIN");
    assertThat(neighbour.join(deal, 1).code()).isEqualTo("ALREADY_JOINED");
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(2);
  }

  @Test
  void quantitiesThatAreNoneAreRefusedAndChangeNothing() {
    String deal = host.open();
    neighbour.join(deal, 1);
    Person other = Person.named("이웃2");
    for (String quantity :
        List.of("0", "-1", "1001", "4294967297", "1.5", "\"two\"", "null", "[]", "{}")) {
      String body = "{\"quantity\": " + quantity + "}";
      Http.Answer joined =
          other
              .http()
              .with("Idempotency-Key", UUID.randomUUID().toString())
              .post("/deals/" + deal + "/enrollments", body);
      assertThat(joined.status()).as("%s to %s", joined, body).isEqualTo(400);
      assertThat(joined.code()).isNotEmpty();
      Http.Answer changed = neighbour.http().patch("/deals/" + deal + "/enrollments/me", body);
      assertThat(changed.status()).as("%s to %s", changed, body).isEqualTo(400);
    }
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(2);
  }

  @Test
  void theSameKeyGivesTheFirstAnswerAgain() {
    String deal = host.open();
    String path = "/deals/" + deal + "/enrollments";
    Http keyed = neighbour.http().with("Idempotency-Key", "한 번만".hashCode() + "-" + deal);

    Http.Answer first = keyed.post(path, "{\"quantity\": 2}");
    Http.Answer second = keyed.post(path, "{\"quantity\": 2}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(keyed.post(path, "{\"quantity\": 3}").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(keyed.post("/deals/" + host.open() + "/enrollments", "{\"quantity\": 2}").status())
        .isEqualTo(422);
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(3);

    assertThat(neighbour.http().post(path, "{\"quantity\": 2}").code())
        .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    assertThat(
            neighbour
                .http()
                .with("Idempotency-Key", "x".repeat(65))
                .post(path, "{\"quantity\": 2}")
                .code())
        .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
  }

  @Test
  void aRefusalIsAnAnswerTooAndGivenAgain() {
    String deal = host.open();
    neighbour.join(deal, 9);
    String path = "/deals/" + deal + "/enrollments";
    Http late = Person.named("늦은이").http().with("Idempotency-Key", UUID.randomUUID().toString());

    assertThat(late.post(path, "{\"quantity\": 1}").code()).isEqualTo("DEAL_FULL");
    neighbour.leave(deal);
    assertThat(late.post(path, "{\"quantity\": 1}").code()).isEqualTo("DEAL_FULL");
  }

  @Test
  void theSameKeyManyTimesAtOnceJoinsOnce() {
    String deal = host.open();
    Http keyed = neighbour.http().with("Idempotency-Key", UUID.randomUUID().toString());

    List<Http.Answer> answers =
        all(
            IntStream.range(0, 20)
                .mapToObj(
                    i ->
                        keyed.sendLater(
                            "POST", "/deals/" + deal + "/enrollments", "{\"quantity\": 1}"))
                .toList());

    assertThat(answers).allMatch(answer -> answer.status() == 201);
    assertThat(answers)
        .extracting(answer -> answer.json().getString("id"))
        .containsOnly(answers.get(0).json().getString("id"));
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(2);
  }

  @Test
  void oneMemberWithManyKeysAtOnceJoinsOnce() {
    String deal = host.open();

    List<Http.Answer> answers =
        all(IntStream.range(0, 20).mapToObj(i -> later(neighbour, deal, 1)).toList());

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.code().equals("ALREADY_JOINED"));
    assertThat(host.view(deal).getInt("sharesTaken")).isEqualTo(2);
  }

  @Test
  void fiveHundredMembersAtOnceTakeExactlyTheHundredSharesThereAre() throws SQLException {
    String deal =
        host.open(
                Person.deal(
                    Json.createObjectBuilder()
                        .add("totalPrice", 1_000_000)
                        .add("shares", 100)
                        .add("hostShares", 0)))
            .getString("id");
    List<Person> members = IntStream.range(0, 500).mapToObj(i -> Person.named("이웃" + i)).toList();

    List<Http.Answer> answers =
        all(members.stream().map(member -> later(member, deal, 1)).toList());

    assertThat(answers).extracting(Http.Answer::status).containsOnly(201, 409);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(100);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(400)
        .allMatch(answer -> answer.code().equals("DEAL_FULL"));
    JsonObject full = host.view(deal);
    assertThat(full.getString("status")).isEqualTo("FULL");
    assertThat(full.getInt("sharesTaken")).isEqualTo(100);
    assertThat(live(deal)).containsExactly(100, 100);

    Topic topic = ServiceUnderTest.topic("deal.events");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> topic.all("DealFull", deal).size() == 1);
    assertThat(topic.all("EnrollmentConfirmed", deal))
        .extracting(
            event ->
                Json.createReader(new java.io.StringReader(event.json()))
                    .readObject()
                    .getInt("sharesTaken"))
        .as("told in the order in which the shares were taken")
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
    List<Topic.Event> events =
        topic.all().stream().filter(event -> event.subject().equals(deal)).toList();
    assertThat(events.get(events.size() - 1).type()).isEqualTo("DealFull");
  }

  @Test
  void whoeverJoinsChangesAndLeavesAtOnceTheSumIsRight() throws SQLException {
    String deal =
        host.open(
                Person.deal(
                    Json.createObjectBuilder()
                        .add("totalPrice", 100_000)
                        .add("shares", 30)
                        .add("hostShares", 3)))
            .getString("id");
    List<Person> members = IntStream.range(0, 40).mapToObj(i -> Person.named("이웃" + i)).toList();
    Random random = new Random(42);
    List<Http.Answer> answers = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      List<CompletableFuture<Http.Answer>> calls = new ArrayList<>();
      for (Person member : members) {
        String me = "/deals/" + deal + "/enrollments/me";
        calls.add(
            switch (random.nextInt(4)) {
              case 0 -> member.http().sendLater("DELETE", me, null);
              case 1 ->
                  member
                      .http()
                      .sendLater("PATCH", me, "{\"quantity\": " + (1 + random.nextInt(4)) + "}");
              default -> later(member, deal, 1 + random.nextInt(3));
            });
      }
      Collections.shuffle(calls, random);
      answers.addAll(all(calls));
    }

    assertThat(answers).allMatch(answer -> answer.status() < 500);
    assertThat(answers).anyMatch(answer -> answer.status() == 201);
    assertThat(answers).anyMatch(answer -> answer.status() == 204);
    JsonObject seen = host.view(deal);
    int[] live = live(deal);
    assertThat(seen.getInt("sharesTaken")).isEqualTo(3 + live[1]);
    assertThat(seen.getString("status")).isEqualTo(live[1] == 27 ? "FULL" : "RECRUITING");
  }

  @Test
  void participantsAreListedFirstComeFirst() {
    String deal = host.open();
    List<Person> joined = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Person person = Person.named("참여자" + i);
      person.join(deal, 1);
      joined.add(person);
    }
    joined.get(2).leave(deal);

    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      JsonObject part =
          neighbour.http().get("/deals/" + deal + "/enrollments?limit=2" + cursor).json();
      JsonArray items = part.getJsonArray("items");
      assertThat(items.size()).isLessThanOrEqualTo(2);
      items.forEach(
          item -> names.add(item.asJsonObject().getJsonObject("member").getString("nickname")));
      cursor = part.isNull("next") ? null : "&cursor=" + part.getString("next");
    } while (cursor != null);
    assertThat(names).containsExactly("참여자0", "참여자1", "참여자3", "참여자4");
  }

  @Test
  void membersFindWhatTheyJoinedAndNotWhatTheyLeft() {
    String kept = host.open();
    String left = host.open();
    neighbour.join(kept, 2);
    neighbour.join(left, 1);
    neighbour.leave(left);

    JsonArray enrolled = neighbour.http().get("/me/enrolled").json().getJsonArray("items");
    assertThat(enrolled).hasSize(1);
    JsonObject mine = enrolled.getJsonObject(0);
    assertThat(mine.getJsonObject("deal").getString("id")).isEqualTo(kept);
    assertThat(mine.getJsonObject("enrollment").getInt("amount")).isEqualTo(6_000);
    assertThat(host.http().get("/me/enrolled").json().getJsonArray("items")).isEmpty();
  }

  private static CompletableFuture<Http.Answer> later(Person member, String deal, int quantity) {
    return member
        .http()
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .sendLater("POST", "/deals/" + deal + "/enrollments", "{\"quantity\": " + quantity + "}");
  }

  private static List<Http.Answer> all(List<CompletableFuture<Http.Answer>> calls) {
    return calls.stream().map(CompletableFuture::join).toList();
  }

  /** Number of live enrolments of a deal, and their shares. */
  private static int[] live(String deal) throws SQLException {
    try (Connection database = ServiceUnderTest.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT COUNT(*), COALESCE(SUM(quantity), 0) FROM enrollment"
                    + " WHERE deal_id = ? AND status <> 'CANCELLED'")) {
      select.setString(1, deal);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new int[] {row.getInt(1), row.getInt(2)};
      }
    }
  }
}
