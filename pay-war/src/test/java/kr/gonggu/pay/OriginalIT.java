package kr.gonggu.pay;

import static kr.gonggu.pay.PaySteps.OPENING;
import static kr.gonggu.pay.PaySteps.balance;
import static kr.gonggu.pay.PaySteps.charge;
import static kr.gonggu.pay.PaySteps.joined;
import static kr.gonggu.pay.PaySteps.proveLedger;
import static kr.gonggu.pay.PaySteps.remit;
import static kr.gonggu.pay.PaySteps.remitLater;
import static kr.gonggu.pay.PaySteps.remittance;
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
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What pay did in 2022 works, and its defects are absent; one test for each. That the figures of
 * its load tests come out exact is tested in {@link RemittanceIT}.
 */
@ArquillianTest
class OriginalIT {

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
  @DisplayName("row: wallet")
  void wallets() {
    JsonObject wallet = wallet(Neighbour.unheardOf());

    assertThat(wallet.getInt("balance")).isZero();
    assertThat(wallet.getInt("held")).isZero();
    assertThat(wallet.getInt("available")).isZero();
  }

  @Test
  @DisplayName("row: charge from and return to a pretend bank account that starts with 100 000 won")
  void chargeFromAndReturnToAPretendBankAccountThatStartsWith100000Won() {
    Neighbour anna = Neighbour.unheardOf();
    assertThat(wallet(anna).getInt("bankBalance")).isEqualTo(100_000);
    assertThat(wallet(anna).getBoolean("playMoney")).isTrue();

    charge(anna, 60_000);
    assertThat(anna.once().post("/withdrawals", "{\"amount\":10000}").status()).isEqualTo(201);

    assertThat(balance(anna)).isEqualTo(50_000);
    assertThat(wallet(anna).getInt("bankBalance")).isEqualTo(50_000);
    assertThat(anna.once().post("/charges", "{\"amount\":50001}").code())
        .isEqualTo("BANK_INSUFFICIENT_FUNDS");
  }

  @Test
  @DisplayName("row: remit to a nickname")
  void remitToANickname() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];

    assertThat(remit(anna, bora, 3_000).status()).isEqualTo(201);

    assertThat(balance(anna)).isEqualTo(7_000);
    assertThat(balance(bora)).isEqualTo(3_000);
  }

  @Test
  @DisplayName("row: history by direction, order and dates")
  void historyByDirectionOrderAndDates() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = withMoney(10_000);
    remit(anna, bora, 300);
    remit(bora, anna, 200);
    String last = history(anna, "").get(0).getString("at");

    assertThat(amounts(anna, "?direction=in")).containsExactly(200, 10_000);
    assertThat(amounts(anna, "?direction=out")).containsExactly(300);
    assertThat(amounts(anna, "?sort=newest")).containsExactly(200, 300, 10_000);
    assertThat(amounts(anna, "?sort=amount")).containsExactly(10_000, 300, 200);
    assertThat(amounts(anna, "?from=" + last)).containsExactly(200);
    assertThat(amounts(anna, "?to=" + last)).containsExactly(300, 10_000);
  }

  @Test
  @DisplayName("row: remitCreate, from pay to push")
  void whoReceivesMoneyIsTold() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];
    String transfer = remit(anna, bora, 3_000).json().getString("id");

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(
                        ServiceUnderTest.topic("pay.events")
                            .all("MoneyRemitted", anna.id().toString()))
                    .hasSize(1)
                    .allSatisfy(
                        event ->
                            assertThat(event.json()).contains(transfer, bora.id().toString())));
  }

  @Test
  @DisplayName("defect: negative amounts steal")
  void negativeAmountsStealNothing() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = withMoney(10_000);

    for (String path : List.of("/charges", "/withdrawals", "/remittances")) {
      Answer answer = anna.once().post(path, remittance(bora, -5_000));
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    }

    assertThat(balance(anna)).isEqualTo(10_000);
    assertThat(balance(bora)).isEqualTo(10_000);
  }

  @Test
  @DisplayName("defect: lost updates")
  void noUpdateIsLost() {
    Neighbour anna = withMoney(OPENING);
    Neighbour bora = withMoney(OPENING);

    List<CompletableFuture<Answer>> sent =
        IntStream.range(0, 100)
            .mapToObj(i -> i % 2 == 0 ? remitLater(anna, bora, 30) : remitLater(bora, anna, 10))
            .toList();

    assertThat(sent.stream().map(CompletableFuture::join))
        .allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
    assertThat(balance(anna)).isEqualTo(OPENING - 50 * 30 + 50 * 10);
    assertThat(balance(bora)).isEqualTo(OPENING + 50 * 30 - 50 * 10);
  }

  @Test
  @DisplayName("defect: no idempotency")
  void theSameRequestTwiceMovesMoneyOnce() {
    Neighbour anna = withMoney(10_000);
    Neighbour bora = joined(1)[0];

    for (String path : List.of("/charges", "/withdrawals", "/remittances")) {
      String key = UUID.randomUUID().toString();
      long before = balance(anna);
      List<Answer> answers =
          IntStream.range(0, 2)
              .mapToObj(
                  i ->
                      anna.http()
                          .with("Idempotency-Key", key)
                          .post(
                              path,
                              path.equals("/remittances")
                                  ? remittance(bora, 100)
                                  : "{\"amount\":100}"))
              .toList();

      assertThat(answers).extracting(Answer::status).containsExactly(201, 201);
      assertThat(answers.get(1).json()).isEqualTo(answers.get(0).json());
      assertThat(Math.abs(balance(anna) - before)).isEqualTo(100);
    }
  }

  @Test
  @DisplayName("defect: charges leave no record")
  void chargesAndReturnsLeaveARecord() {
    Neighbour anna = withMoney(10_000);
    anna.once().post("/withdrawals", "{\"amount\":4000}");

    assertThat(history(anna, ""))
        .extracting(entry -> entry.getString("kind") + entry.getInt("balanceAfter"))
        .containsExactly("WITHDRAWAL6000", "CHARGE10000");
  }

  private static List<JsonObject> history(Neighbour member, String query) {
    return member
        .http()
        .get("/transactions" + query)
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class);
  }

  private static List<Integer> amounts(Neighbour member, String query) {
    return history(member, query).stream().map(entry -> entry.getInt("amount")).toList();
  }
}
