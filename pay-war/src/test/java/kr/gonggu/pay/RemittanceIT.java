package kr.gonggu.pay;

import static kr.gonggu.pay.PaySteps.OPENING;
import static kr.gonggu.pay.PaySteps.balance;
import static kr.gonggu.pay.PaySteps.charge;
import static kr.gonggu.pay.PaySteps.joined;
import static kr.gonggu.pay.PaySteps.proveLedger;
import static kr.gonggu.pay.PaySteps.remit;
import static kr.gonggu.pay.PaySteps.remitLater;
import static kr.gonggu.pay.PaySteps.remittance;
import static kr.gonggu.pay.PaySteps.withMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.PaySteps.Neighbour;
import kr.gonggu.testkit.Contracts;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import kr.gonggu.testkit.Topic;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
class RemittanceIT {

  private static final List<String> WRONG_REQUESTS =
      List.of(
          "{\"toNickname\":\"%s\"}",
          "{\"toNickname\":\"%s\",\"amount\":0}",
          "{\"toNickname\":\"%s\",\"amount\":-1}",
          "{\"toNickname\":\"%s\",\"amount\":-9223372036854775808}",
          "{\"toNickname\":\"%s\",\"amount\":9223372036854775808}",
          "{\"toNickname\":\"%s\",\"amount\":18446744073709551617}",
          "{\"toNickname\":\"%s\",\"amount\":0.5}",
          "{\"toNickname\":\"%s\",\"amount\":\"1000\"}",
          "{\"toNickname\":\"%s\",\"amount\":null}",
          "{\"toNickname\":\"%s\",\"amount\":1000,\"dealId\":\"not-an-id\"}",
          "{\"toNickname\":\"%s\",\"amount\":1000,\"memo\":\"" + "가".repeat(101) + "\"}",
          "{\"toNickname\":{\"of\":\"%s\"},\"amount\":1000}",
          "{\"toNickname\":\"\",\"amount\":1000}",
          "{\"toNickname\":\"" + "가".repeat(41) + "\",\"amount\":1000}",
          "{\"toNickname\":null,\"amount\":1000}",
          "{\"amount\":1000}",
          "[]",
          "{");

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void awaitService() {
    PaySteps.awaitService();
  }

  @AfterEach
  void theBooksAreRight() {
    proveLedger();
  }

  @Test
  void moneyGoesFromOneMemberToTheOther() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = joined(1)[0];
    UUID deal = UuidV7.next();

    Answer answer =
        anna.once()
            .post(
                "/remittances",
                "{\"toNickname\":\"%s\",\"amount\":12500,\"dealId\":\"%s\",\"memo\":\" 귤 두 상자 \"}"
                    .formatted(bora.nickname(), deal));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    JsonObject receipt = answer.json();
    assertThat(receipt.getString("kind")).isEqualTo("REMITTANCE");
    assertThat(receipt.getString("toNickname")).isEqualTo(bora.nickname());
    assertThat(receipt.getString("dealId")).isEqualTo(deal.toString());
    assertThat(receipt.getString("memo")).isEqualTo("귤 두 상자");
    assertThat(receipt.getInt("balance")).isEqualTo(37_500);
    assertThat(balance(anna)).isEqualTo(37_500);
    assertThat(balance(bora)).isEqualTo(12_500);
  }

  @Test
  void everythingThatHappenedToMoneyIsToldAndKeepsItsContract() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = joined(1)[0];

    String transfer = remit(anna, bora, 12_500).json().getString("id");
    anna.once().post("/withdrawals", "{\"amount\":500}");

    Topic topic = ServiceUnderTest.topic("pay.events");
    Contracts contracts = Contracts.of("pay");
    String key = anna.id().toString();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              List<Topic.Event> told =
                  topic.all().stream().filter(event -> event.key().equals(key)).toList();
              // In the order in which it happened.
              assertThat(told)
                  .extracting(Topic.Event::type)
                  .containsExactly("WalletCharged", "MoneyRemitted", "WalletWithdrawn");
              assertThat(told)
                  .allSatisfy(
                      event ->
                          assertThat(contracts.violations(event.type(), event.json())).isEmpty());
              assertThat(told.get(1).json())
                  .contains(transfer, bora.id().toString(), anna.nickname(), bora.nickname());
            });
  }

  @Test
  void aStrangerCannotBePaid() {
    Neighbour anna = withMoney(10_000);

    assertRefused(remit(anna, Neighbour.unheardOf(), 1), 404, "NO_SUCH_MEMBER");
    assertThat(balance(anna)).isEqualTo(10_000);
  }

  @Test
  void nobodyCanPayOneself() {
    Neighbour anna = withMoney(10_000);

    assertRefused(remit(anna, anna, 1), 400, "REMITTANCE_TO_SELF");
    assertThat(balance(anna)).isEqualTo(10_000);
  }

  @Test
  void oneWonMoreThanThereIsCannotBeSent() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];

    assertRefused(remit(anna, bora, 10_001), 409, "INSUFFICIENT_FUNDS");
    assertThat(remit(anna, bora, 10_000).status()).isEqualTo(201);
    assertThat(balance(anna)).isZero();
    assertThat(balance(bora)).isEqualTo(10_000);
  }

  @Test
  void moreThanMayBeSentAtOnceIsRefusedWhateverTheWalletHolds() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];

    assertRefused(remit(anna, bora, 2_000_001), 400, "TRANSFER_LIMIT_EXCEEDED");
    assertRefused(remit(anna, bora, 2_000_000), 409, "INSUFFICIENT_FUNDS");
  }

  @Test
  void aNicknameIsFoundAsMemberKeepsIt() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];
    String decomposed = Normalizer.normalize(" " + bora.nickname() + " ", Normalizer.Form.NFD);

    Answer answer =
        anna.once()
            .post("/remittances", "{\"toNickname\":\"%s\",\"amount\":1}".formatted(decomposed));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void aRequestThatIsNoneIsRefusedAndNothingMoves() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];

    for (String body : WRONG_REQUESTS) {
      Answer answer = anna.once().post("/remittances", body.replace("%s", bora.nickname()));

      assertThat(answer.status()).as(body + " " + answer.text()).isEqualTo(400);
      assertThat(answer.code()).isIn("VALIDATION_FAILED", "MALFORMED_JSON");
    }
    assertThat(balance(anna)).isEqualTo(10_000);
    assertThat(balance(bora)).isZero();
  }

  @Test
  void oversizedAndForeignBodiesAreRefused() {
    Neighbour anna = withMoney(10_000);
    String huge = "{\"memo\":\"" + "a".repeat(1024 * 1024) + "\"}";

    assertRefused(anna.once().post("/remittances", huge), 413, "BODY_TOO_LARGE");
    assertRefused(
        anna.once().send("POST", "/remittances", "text/plain", new byte[] {'1'}),
        415,
        "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void theSameKeyTwentyTimesAtOnceIsOneTransfer() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = joined(1)[0];
    String key = UUID.randomUUID().toString();

    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    anna.http()
                        .with("Idempotency-Key", key)
                        .sendLater("POST", "/remittances", remittance(bora, 10_000)))
            .toList();

    List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(answers).extracting(Answer::text).containsOnly(answers.get(0).text());
    assertThat(balance(anna)).isEqualTo(40_000);
    assertThat(balance(bora)).isEqualTo(10_000);
  }

  @Test
  void theSameRemittanceLaterGivesTheFirstReceiptAgain() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = withMoney(1_000);
    String key = UUID.randomUUID().toString();
    String body =
        "{\"toNickname\":\"%s\",\"amount\":7000,\"memo\":\"귤\"}".formatted(bora.nickname());

    Answer first = anna.http().with("Idempotency-Key", key).post("/remittances", body);
    remit(anna, bora, 1_000);
    Answer again = anna.http().with("Idempotency-Key", key).post("/remittances", body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(first.json().getInt("balance")).isEqualTo(43_000);
    assertThat(balance(anna)).isEqualTo(42_000);
    assertThat(balance(bora)).isEqualTo(9_000);
  }

  @Test
  void theSameKeyLaterGivesTheFirstAnswerAgain() {
    Neighbour anna = withMoney(50_000);
    String key = UUID.randomUUID().toString();

    Answer first = anna.http().with("Idempotency-Key", key).post("/charges", "{\"amount\":1000}");
    charge(anna, 2_000);
    Answer again = anna.http().with("Idempotency-Key", key).post("/charges", "{\"amount\":1000}");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(balance(anna)).isEqualTo(53_000);
  }

  @Test
  void aRefusalIsTheFirstAnswerToo() {
    Neighbour anna = withMoney(1_000);
    Neighbour bora = joined(1)[0];
    String key = UUID.randomUUID().toString();

    Answer first =
        anna.http().with("Idempotency-Key", key).post("/remittances", remittance(bora, 5_000));
    charge(anna, 10_000);
    Answer again =
        anna.http().with("Idempotency-Key", key).post("/remittances", remittance(bora, 5_000));

    assertRefused(first, 409, "INSUFFICIENT_FUNDS");
    assertRefused(again, 409, "INSUFFICIENT_FUNDS");
    assertThat(balance(anna)).isEqualTo(11_000);
  }

  @Test
  void aKeyBelongsToOneRequestOfOneMember() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = withMoney(50_000);
    String key = UUID.randomUUID().toString();
    anna.http().with("Idempotency-Key", key).post("/charges", "{\"amount\":1000}");

    assertRefused(
        anna.http().with("Idempotency-Key", key).post("/charges", "{\"amount\":1001}"),
        422,
        "IDEMPOTENCY_KEY_REUSED");
    assertRefused(
        anna.http().with("Idempotency-Key", key).post("/withdrawals", "{\"amount\":1000}"),
        422,
        "IDEMPOTENCY_KEY_REUSED");
    assertThat(
            bora.http()
                .with("Idempotency-Key", key)
                .post("/withdrawals", "{\"amount\":1000}")
                .status())
        .isEqualTo(201);
    assertThat(balance(anna)).isEqualTo(51_000);
    assertThat(balance(bora)).isEqualTo(49_000);
  }

  @Test
  void withoutAKeyNothingMoves() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];

    for (String path : List.of("/charges", "/withdrawals", "/remittances")) {
      assertRefused(
          anna.http().post(path, remittance(bora, 1_000)), 400, "IDEMPOTENCY_KEY_REQUIRED");
      assertRefused(
          anna.http().with("Idempotency-Key", "k".repeat(65)).post(path, remittance(bora, 1_000)),
          400,
          "IDEMPOTENCY_KEY_REQUIRED");
    }
    assertThat(balance(anna)).isEqualTo(10_000);
  }

  @Test
  @DisplayName("figure: 40 remittances of a tenth of one wallet at once")
  void ofFortyRemittancesOfATenthExactlyTenAreAccepted() {
    Neighbour anna = withMoney(OPENING);
    Neighbour bora = joined(1)[0];

    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 40).mapToObj(i -> remitLater(anna, bora, OPENING / 10)).toList();

    List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(30)
        .allSatisfy(answer -> assertRefused(answer, 409, "INSUFFICIENT_FUNDS"));
    assertThat(balance(anna)).isZero();
    assertThat(balance(bora)).isEqualTo(OPENING);
  }

  @Test
  @DisplayName("figure: remittances between many wallets")
  void sixtyFourRemittersAtOnceLoseAndInventNothing() throws Exception {
    Neighbour[] members = joined(16);
    for (Neighbour member : members) {
      charge(member, OPENING);
    }
    String logBefore = ServiceUnderTest.log();

    List<Answer> answers =
        atOnce(
            64,
            640,
            random -> {
              int from = random.nextInt(members.length);
              int to = (from + 1 + random.nextInt(members.length - 1)) % members.length;
              return remit(members[from], members[to], 1 + random.nextInt(40_000));
            });

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.status() == 201 || answer.code().equals("INSUFFICIENT_FUNDS"))
                    .as(answer.status() + " " + answer.text())
                    .isTrue());
    long accepted = answers.stream().filter(answer -> answer.status() == 201).count();
    assertThat(accepted).isPositive();
    assertThat(Arrays.stream(members).map(PaySteps::balance)).allMatch(balance -> balance >= 0);
    assertThat(Arrays.stream(members).mapToLong(PaySteps::balance).sum())
        .isEqualTo(members.length * OPENING);
    assertThat(loggedSince(logBefore)).doesNotContain("Deadlock found");
    assertToldOnceEach(members, accepted);
  }

  @Test
  @DisplayName("figure: remittances between two hot wallets")
  void twoBusyWalletsPayingEachOtherNeverBlockEachOther() throws Exception {
    Neighbour anna = withMoney(OPENING);
    Neighbour bora = withMoney(OPENING);
    String logBefore = ServiceUnderTest.log();

    List<Answer> answers =
        atOnce(
            32,
            400,
            random -> random.nextBoolean() ? remit(anna, bora, 100) : remit(bora, anna, 100));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    assertThat(balance(anna) + balance(bora)).isEqualTo(2 * OPENING);
    assertThat(loggedSince(logBefore)).doesNotContain("Deadlock found");
  }

  /** All of the present file when the server has begun a new one meanwhile. */
  private static String loggedSince(String before) {
    String now = ServiceUnderTest.log();
    return now.startsWith(before) ? now.substring(before.length()) : now;
  }

  /** Each accepted remittance was told, and none twice. */
  private static void assertToldOnceEach(Neighbour[] members, long accepted) {
    Set<String> keys = new HashSet<>();
    for (Neighbour member : members) {
      keys.add(member.id().toString());
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        ServiceUnderTest.topic("pay.events").all().stream()
                            .filter(event -> event.type().equals("MoneyRemitted"))
                            .filter(event -> keys.contains(event.key()))
                            .map(Topic.Event::id))
                    .hasSize((int) accepted)
                    .doesNotHaveDuplicates());
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }

  private static List<Answer> atOnce(int clients, int requests, Request request)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        Random random = new Random(i);
        calls.add(() -> request.send(random));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : pool.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  @FunctionalInterface
  private interface Request {
    Answer send(Random random);
  }
}
