package kr.gonggu.pay;

import static kr.gonggu.pay.PaySteps.OPENING;
import static kr.gonggu.pay.PaySteps.charge;
import static kr.gonggu.pay.PaySteps.joined;
import static kr.gonggu.pay.PaySteps.proveLedger;
import static kr.gonggu.pay.PaySteps.remit;
import static kr.gonggu.pay.PaySteps.wallet;
import static kr.gonggu.pay.PaySteps.withMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kr.gonggu.pay.PaySteps.Neighbour;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank that loses requests, answers late and refuses, and limits that an operator has set. */
@ArquillianTest
class BankIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war()
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsResource(
                    new StringAsset(
                        """
                        gonggu.pay.sandbox.rehearsal=true
                        gonggu.pay.bank.timeout=PT0.2S
                        gonggu.pay.bank.retry=PT0.5S
                        gonggu.pay.bank.reconcile=PT0.1S
                        gonggu.pay.remittance.most=40000
                        gonggu.pay.remittance.daily=50000
                        """),
                    "META-INF/microprofile-config.properties"));
  }

  @BeforeAll
  static void awaitService() {
    PaySteps.awaitService();
  }

  @AfterEach
  void theBooksAreRight() {
    proveLedger();
  }

  /** 901: the request is lost. 902: it is carried out, but late. */
  @ParameterizedTest
  @ValueSource(ints = {30_901, 30_902})
  void aChargeWithoutAnAnswerIsPendingAndArrivesOnce(int won) {
    Neighbour anna = Neighbour.unheardOf();
    String key = UUID.randomUUID().toString();

    Answer answer = order(anna, key, "/charges", won);

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().getString("status")).isEqualTo("PENDING");
    assertThat(answer.json().getInt("balance")).isZero();
    awaitSettled(anna);
    assertMoney(anna, won, OPENING - won);
    Answer again = order(anna, key, "/charges", won);
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.json().getString("status")).isEqualTo("DONE");
    assertThat(again.json().getString("id")).isEqualTo(answer.json().getString("id"));
    assertThat(kinds(anna)).containsExactly("CHARGE");
    assertMoney(anna, won, OPENING - won);
  }

  @ParameterizedTest
  @ValueSource(ints = {30_901, 30_902})
  void aWithdrawalWithoutAnAnswerIsOutOfTheWalletAndArrivesOnce(int won) {
    Neighbour anna = Neighbour.unheardOf();
    charge(anna, 40_000);

    Answer answer = order(anna, UUID.randomUUID().toString(), "/withdrawals", won);

    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().getInt("balance")).isEqualTo(40_000 - won);
    assertRefused(
        anna.once().post("/withdrawals", "{\"amount\":30000}"), 409, "INSUFFICIENT_FUNDS");
    awaitSettled(anna);
    assertMoney(anna, 40_000 - won, OPENING - 40_000 + won);
    assertThat(kinds(anna)).containsExactly("WITHDRAWAL", "CHARGE");
  }

  @Test
  void whatIsOnItsWayIsShown() {
    Neighbour anna = Neighbour.unheardOf();

    String id = anna.once().post("/charges", "{\"amount\":30902}").json().getString("id");

    JsonObject wallet = wallet(anna);
    assertThat(wallet.getJsonArray("pending").getValuesAs(JsonObject.class))
        .allSatisfy(
            pending -> {
              assertThat(pending.getString("id")).isEqualTo(id);
              assertThat(pending.getString("kind")).isEqualTo("CHARGE");
              assertThat(pending.getInt("amount")).isEqualTo(30_902);
            });
    assertThat(wallet.getJsonArray("pending").size())
        .isEqualTo(wallet.getInt("balance") == 0 ? 1 : 0);
    awaitSettled(anna);
  }

  @Test
  void twentyTimesTheSameChargeWithoutAnAnswerIsOneCharge() {
    Neighbour anna = Neighbour.unheardOf();
    String key = UUID.randomUUID().toString();

    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    anna.http()
                        .with("Idempotency-Key", key)
                        .sendLater("POST", "/charges", "{\"amount\":30902}"))
            .toList();

    assertThat(sent.stream().map(CompletableFuture::join))
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isIn(201, 202));
    awaitSettled(anna);
    assertMoney(anna, 30_902, OPENING - 30_902);
    assertThat(kinds(anna)).containsExactly("CHARGE");
  }

  @Test
  void aChargeThatTheBankRefusesLeavesNothing() {
    Neighbour anna = Neighbour.unheardOf();
    String key = UUID.randomUUID().toString();

    assertRefused(order(anna, key, "/charges", 30_903), 409, "BANK_REFUSED");
    assertRefused(order(anna, key, "/charges", 30_903), 409, "BANK_REFUSED");

    assertMoney(anna, 0, OPENING);
    assertThat(kinds(anna)).isEmpty();
  }

  @Test
  void aChargeThatTheBankRefusesLateLeavesNothing() {
    Neighbour anna = Neighbour.unheardOf();
    String key = UUID.randomUUID().toString();

    assertThat(order(anna, key, "/charges", 30_904).status()).isEqualTo(202);
    awaitSettled(anna);

    assertRefused(order(anna, key, "/charges", 30_904), 409, "BANK_REFUSED");
    assertMoney(anna, 0, OPENING);
  }

  @ParameterizedTest
  @ValueSource(ints = {30_903, 30_904})
  void aWithdrawalThatTheBankRefusesIsInTheWalletAgain(int won) {
    Neighbour anna = Neighbour.unheardOf();
    charge(anna, 40_000);
    String key = UUID.randomUUID().toString();

    Answer answer = order(anna, key, "/withdrawals", won);

    assertThat(answer.status()).as(answer.text()).isIn(202, 409);
    awaitSettled(anna);
    assertRefused(order(anna, key, "/withdrawals", won), 409, "BANK_REFUSED");
    assertMoney(anna, 40_000, OPENING - 40_000);
    assertThat(kinds(anna)).containsExactly("WITHDRAWAL_RETURNED", "WITHDRAWAL", "CHARGE");
  }

  @Test
  void whatMayBeSentAtOnceAndInADayIsTheOperatorsToSay() {
    Neighbour anna = withMoney(OPENING);
    Neighbour bora = joined(1)[0];

    assertRefused(remit(anna, bora, 40_001), 400, "TRANSFER_LIMIT_EXCEEDED");
    assertThat(remit(anna, bora, 40_000).status()).isEqualTo(201);
    assertRefused(remit(anna, bora, 10_001), 409, "DAILY_LIMIT_EXCEEDED");
    assertThat(remit(anna, bora, 10_000).status()).isEqualTo(201);
    assertRefused(remit(anna, bora, 1), 409, "DAILY_LIMIT_EXCEEDED");
    assertMoney(bora, 50_000, OPENING);
  }

  private static Answer order(Neighbour member, String key, String path, int won) {
    return member.http().with("Idempotency-Key", key).post(path, "{\"amount\":%d}".formatted(won));
  }

  private static void awaitSettled(Neighbour member) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> wallet(member).getJsonArray("pending").isEmpty());
  }

  private static void assertMoney(Neighbour member, long balance, long bank) {
    JsonObject wallet = wallet(member);
    assertThat(wallet.getJsonNumber("balance").longValueExact()).isEqualTo(balance);
    assertThat(wallet.getJsonNumber("bankBalance").longValueExact()).isEqualTo(bank);
  }

  private static List<String> kinds(Neighbour member) {
    return member
        .http()
        .get("/transactions")
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(entry -> entry.getString("kind"))
        .toList();
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
  }
}
