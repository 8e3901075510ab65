package kr.gonggu.pay;

import static kr.gonggu.pay.PaySteps.charge;
import static kr.gonggu.pay.PaySteps.joined;
import static kr.gonggu.pay.PaySteps.proveLedger;
import static kr.gonggu.pay.PaySteps.remit;
import static kr.gonggu.pay.PaySteps.withMoney;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.gonggu.lib.id.UuidV7;
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
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
class HistoryIT {

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
  void whoNeverMovedMoneyHasAnEmptyHistory() {
    JsonObject page = list(Neighbour.unheardOf(), "");

    assertThat(page.getJsonArray("items")).isEmpty();
    assertThat(page.get("next")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void bothSidesSeeARemittanceWithTheOtherAndTheirOwnBalance() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = withMoney(1_000);
    String deal = UuidV7.next().toString();
    anna.once()
        .post(
            "/remittances",
            "{\"toNickname\":\"%s\",\"amount\":12500,\"dealId\":\"%s\",\"memo\":\"귤\"}"
                .formatted(bora.nickname(), deal));

    JsonObject sent = items(anna, "").get(0);
    JsonObject received = items(bora, "").get(0);

    assertThat(sent.getString("direction")).isEqualTo("out");
    assertThat(sent.getInt("amount")).isEqualTo(12_500);
    assertThat(sent.getInt("balanceAfter")).isEqualTo(37_500);
    assertThat(sent.getJsonObject("counterparty").getString("nickname")).isEqualTo(bora.nickname());
    assertThat(received.getString("direction")).isEqualTo("in");
    assertThat(received.getInt("balanceAfter")).isEqualTo(13_500);
    assertThat(received.getJsonObject("counterparty").getString("id"))
        .isEqualTo(anna.id().toString());
    for (JsonObject entry : List.of(sent, received)) {
      assertThat(entry.getString("kind")).isEqualTo("REMITTANCE");
      assertThat(entry.getString("dealId")).isEqualTo(deal);
      assertThat(entry.getString("memo")).isEqualTo("귤");
    }
    assertThat(sent.getString("id")).isEqualTo(received.getString("id"));
  }

  @Test
  void theBankHasNoNickname() {
    Neighbour anna = withMoney(50_000);

    JsonObject charged = items(anna, "").get(0);

    assertThat(charged.getString("kind")).isEqualTo("CHARGE");
    assertThat(charged.getString("direction")).isEqualTo("in");
    assertThat(charged.containsKey("counterparty")).isFalse();
  }

  @Test
  void everyBalanceFollowsFromTheOneBefore() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = withMoney(50_000);
    for (int i = 1; i <= 5; i++) {
      remit(anna, bora, i * 100L);
      remit(bora, anna, i * 10L);
    }

    List<JsonObject> newestFirst = items(anna, "?limit=100");
    long balance = 0;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      JsonObject entry = newestFirst.get(i);
      long amount = entry.getJsonNumber("amount").longValueExact();
      balance += entry.getString("direction").equals("in") ? amount : -amount;
      assertThat(entry.getJsonNumber("balanceAfter").longValueExact()).isEqualTo(balance);
    }
    assertThat(balance).isEqualTo(PaySteps.balance(anna));
  }

  @Test
  void aHistoryCanBeNarrowed() {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = withMoney(50_000);
    remit(anna, bora, 300);
    remit(bora, anna, 200);
    anna.once().post("/withdrawals", "{\"amount\":100}");

    assertThat(amounts(anna, "?direction=in")).containsExactly(200L, 50_000L);
    assertThat(amounts(anna, "?direction=out")).containsExactly(100L, 300L);
    assertThat(amounts(anna, "?kind=REMITTANCE")).containsExactly(200L, 300L);
    assertThat(amounts(anna, "?kind=REMITTANCE&direction=out")).containsExactly(300L);
    assertThat(amounts(anna, "?kind=WITHDRAWAL")).containsExactly(100L);
    assertThat(amounts(anna, "?sort=amount")).containsExactly(50_000L, 300L, 200L, 100L);
    assertThat(amounts(anna, "?sort=amount&direction=in")).containsExactly(50_000L, 200L);
  }

  @Test
  void aHistoryCanBeCutByTimeTheBeginningIncludedTheEndNot() {
    Neighbour anna = withMoney(50_000);
    charge(anna, 300);
    charge(anna, 200);
    String middle = items(anna, "").get(1).getString("at");

    assertThat(amounts(anna, "?from=" + middle)).containsExactly(200L, 300L);
    assertThat(amounts(anna, "?to=" + middle)).containsExactly(50_000L);
    assertThat(amounts(anna, "?sort=amount&from=" + middle)).containsExactly(300L, 200L);
    assertThat(amounts(anna, "?from=" + middle + "&to=" + middle)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "amount"})
  void readingOnMissesAndRepeatsNothingWhileMoneyMoves(String sort) {
    Neighbour anna = withMoney(50_000);
    Neighbour bora = joined(1)[0];
    for (int i = 0; i < 12; i++) {
      // Equal amounts among them: the order must still be one.
      remit(anna, bora, 100 + i % 3);
    }
    List<JsonObject> before = items(anna, "?limit=100&sort=" + sort);

    List<JsonObject> read = new ArrayList<>();
    String cursor = "";
    do {
      JsonObject page = list(anna, "?limit=5&sort=" + sort + cursor);
      read.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
      cursor = page.isNull("next") ? null : "&cursor=" + page.getString("next");
      remit(anna, bora, 1_000);
    } while (cursor != null);

    assertThat(read).extracting(entry -> entry.getString("id")).doesNotHaveDuplicates();
    assertThat(read).filteredOn(before::contains).containsExactlyElementsOf(before);
    if (sort.equals("amount")) {
      assertThat(read)
          .extracting(entry -> entry.getJsonNumber("amount").longValueExact())
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void aCursorIsWorthlessToOthersAndInOtherLists() {
    Neighbour anna = withMoney(50_000);
    charge(anna, 100);
    charge(anna, 200);
    String cursor = list(anna, "?limit=1").getString("next");

    assertThat(anna.http().get("/transactions?cursor=" + cursor).status()).isEqualTo(200);
    for (Answer answer :
        List.of(
            Neighbour.unheardOf().http().get("/transactions?cursor=" + cursor),
            anna.http().get("/transactions?sort=amount&cursor=" + cursor),
            anna.http().get("/transactions?direction=in&cursor=" + cursor),
            anna.http().get("/transactions?cursor=" + cursor.substring(2)),
            anna.http().get("/transactions?cursor=%00"),
            anna.http().get("/transactions?cursor=0"))) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("CURSOR_INVALID");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direction=sideways",
        "direction=IN",
        "kind=GIFT",
        "kind=SANDBOX_GRANT",
        "sort=oldest",
        "from=yesterday",
        "from=2026-05-01",
        "to=1",
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=many",
        "limit=99999999999",
        "from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z"
      })
  void whatCannotBeAskedIsRefusedByName(String query) {
    Answer answer = Neighbour.unheardOf().http().get("/transactions?" + query);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(query)
        .contains(
            answer.json().getJsonArray("violations").getJsonObject(0).getString("field") + "=");
  }

  private static JsonObject list(Neighbour member, String query) {
    Answer answer = member.http().get("/transactions" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<JsonObject> items(Neighbour member, String query) {
    return list(member, query).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static List<Long> amounts(Neighbour member, String query) {
    return items(member, query).stream()
        .map(entry -> entry.getJsonNumber("amount").longValueExact())
        .toList();
  }
}
