package kr.gonggu.pay;

import static kr.gonggu.pay.PaySteps.OPENING;
import static kr.gonggu.pay.PaySteps.charge;
import static kr.gonggu.pay.PaySteps.proveLedger;
import static kr.gonggu.pay.PaySteps.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.gonggu.pay.PaySteps.Neighbour;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
class WalletIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeAll
  static void awaitService() {
    PaySteps.awaitService();
  }

  private final Neighbour member = Neighbour.unheardOf();

  @AfterEach
  void theBooksAreRight() {
    proveLedger();
  }

  @Test
  void aWalletIsThereOnFirstUseAndTheBankHasTheOpeningMoney() {
    assertWallet(0, OPENING);
    assertWallet(0, OPENING);
  }

  @Test
  void twentyFirstLooksAtOnceMakeOneWallet() {
    List<CompletableFuture<Answer>> looks =
        IntStream.range(0, 20)
            .mapToObj(i -> member.http().sendLater("GET", "/wallet", null))
            .toList();

    assertThat(looks.stream().map(CompletableFuture::join))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).as(answer.text()).isEqualTo(200);
              assertThat(answer.json().getInt("bankBalance")).isEqualTo((int) OPENING);
            });
  }

  @Test
  void whatIsChargedIsInTheWalletAndNoLongerInTheBank() {
    Answer answer = member.once().post("/charges", "{\"amount\":30000}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().getString("kind")).isEqualTo("CHARGE");
    assertThat(answer.json().getInt("amount")).isEqualTo(30_000);
    assertThat(answer.json().getInt("balance")).isEqualTo(30_000);
    assertWallet(30_000, OPENING - 30_000);
  }

  @Test
  void whatIsWithdrawnIsInTheBankAgain() {
    charge(member, 30_000);

    Answer answer = member.once().post("/withdrawals", "{\"amount\":10000}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().getInt("balance")).isEqualTo(20_000);
    assertWallet(20_000, OPENING - 20_000);
  }

  @Test
  void theBankGivesNoMoreThanItHas() {
    charge(member, OPENING);

    Answer answer = member.once().post("/charges", "{\"amount\":1}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("BANK_INSUFFICIENT_FUNDS");
    assertWallet(OPENING, 0);
  }

  @Test
  void theWalletGivesNoMoreThanItHas() {
    charge(member, 10_000);

    Answer answer = member.once().post("/withdrawals", "{\"amount\":10001}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("INSUFFICIENT_FUNDS");
    assertWallet(10_000, OPENING - 10_000);
  }

  static Stream<String> wrongAmounts() {
    return Stream.of(
            "0",
            "-1",
            "-30000",
            "1.5",
            "1e3",
            "1e999999999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "\"1000\"",
            "\"\"",
            "true",
            "null",
            "[1000]",
            "{}")
        .map("{\"amount\":%s}"::formatted);
  }

  @ParameterizedTest
  @MethodSource("wrongAmounts")
  void anAmountThatIsNoneIsRefusedByNameAndNothingMoves(String body) {
    charge(member, 10_000);

    for (String path : List.of("/charges", "/withdrawals")) {
      Answer answer = member.once().post(path, body);

      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
      assertThat(answer.json().getJsonArray("violations").getJsonObject(0).getString("field"))
          .isEqualTo("amount");
    }
    assertWallet(10_000, OPENING - 10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"amount\":}", "{\"amount\":NaN}", "amount=1"})
  void aBodyThatIsNoneIsRefusedAndNothingMoves(String body) {
    Answer answer = member.once().post("/charges", body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isIn("VALIDATION_FAILED", "MALFORMED_JSON");
    assertWallet(0, OPENING);
  }

  private void assertWallet(long balance, long bank) {
    JsonObject wallet = wallet(member);
    assertThat(wallet.getJsonNumber("balance").longValueExact()).isEqualTo(balance);
    assertThat(wallet.getJsonNumber("held").longValueExact()).isZero();
    assertThat(wallet.getJsonNumber("available").longValueExact()).isEqualTo(balance);
    assertThat(wallet.getJsonNumber("bankBalance").longValueExact()).isEqualTo(bank);
  }
}
