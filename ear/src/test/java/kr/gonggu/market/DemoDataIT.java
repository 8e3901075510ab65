package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.gonggu.demo.DemoData;
import kr.gonggu.demo.DemoDataException;
import kr.gonggu.demo.DemoMark;
import kr.gonggu.localstack.FreePorts;
import kr.gonggu.localstack.LibertyServer;
import kr.gonggu.localstack.Software;
import kr.gonggu.localstack.TestStack;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo data in a market of its own, with the limits that hold for everybody. */
class DemoDataIT {

  private static final String NAME = TestStack.newName();
  private static final Path DATA = TestStack.root().resolve("ear/target/demo").resolve(NAME);

  private static final List<String> STATES =
      List.of("RECRUITING", "FULL", "ORDERED", "READY", "COMPLETED", "CANCELLED", "EXPIRED");

  private static LibertyServer liberty;
  private static DemoMark mark;
  private static String accessToken;

  @BeforeAll
  static void interruptedOnceItIsMade() throws InterruptedException, IOException, SQLException {
    Map<String, String> environment = TestStack.get().environment("gonggu_" + NAME + "_", NAME);
    environment.put("GONGGU_KEYS_FOLDER", DATA.resolve("keys").toString());
    environment.put("GONGGU_ADMINS", DemoData.accounts().get(0));
    liberty =
        new LibertyServer(
            new Software(TestStack.root()),
            "market",
            DATA,
            TestStack.root().resolve("liberty-config/market"),
            TestStack.root().resolve("ear/target/gonggu-market.ear"),
            FreePorts.next(),
            "512m",
            environment);
    liberty.start();
    mark = DemoMark.open(DATA.resolve("demo-data"));
    DemoData interrupted = new DemoData(liberty.baseUri(), mark);
    Thread first = new Thread(() -> assertThat(endsEarly(interrupted)).isTrue());
    first.start();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> interrupted.progress().matches("deals on their way [1-9].*"));
    first.interrupt();
    first.join();
    assertThat(mark.complete()).isFalse();
    aDayPassesAndNoStepGotItsMark();
    new DemoData(liberty.baseUri(), DemoMark.open(DATA.resolve("demo-data"))).make();
    mark = DemoMark.open(DATA.resolve("demo-data"));
    accessToken = accessToken(DemoData.accounts().get(0));
  }

  private static String accessToken(String nickname) {
    return service("member")
        .post(
            "/sessions",
            "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(nickname, mark.password()))
        .json()
        .getString("accessToken");
  }

  /** The worst that an interruption can leave: keys that have lapsed, and steps without a mark. */
  private static void aDayPassesAndNoStepGotItsMark() throws IOException, SQLException {
    Path file = DATA.resolve("demo-data");
    Files.write(file, Files.readAllLines(file).subList(0, 1));
    TestStack stack = TestStack.get();
    for (String service : List.of("deal", "pay")) {
      try (Connection connection =
              DriverManager.getConnection(
                  stack.jdbcUrl("gonggu_" + NAME + "_" + service),
                  stack.mysqlUser(),
                  stack.mysqlPassword());
          Statement statement = connection.createStatement()) {
        assertThat(statement.executeUpdate("DELETE FROM idempotency")).isPositive();
      }
    }
  }

  private static boolean endsEarly(DemoData data) {
    try {
      data.make();
      return false;
    } catch (DemoDataException e) {
      return true;
    }
  }

  @AfterAll
  static void end() {
    liberty.stop();
  }

  private static Http service(String service) {
    return Http.at(URI.create(liberty.baseUri() + "/api/" + service));
  }

  private static Http signedIn(String service) {
    return service(service).as(accessToken);
  }

  private static List<JsonObject> deals() {
    List<JsonObject> deals = new ArrayList<>();
    for (String status : STATES) {
      String cursor = "";
      while (cursor != null) {
        JsonObject page = service("deal").get("/deals?limit=100&status=" + status + cursor).json();
        deals.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
        String next = page.getString("next", null);
        cursor = next == null ? null : "&cursor=" + next;
      }
    }
    return deals;
  }

  @Test
  void sixtyDealsAreThereOnceEachInEveryCategoryAndState() {
    List<JsonObject> deals = deals();
    assertThat(deals).hasSize(60);
    assertThat(values(deals, "title")).hasSize(60);
    assertThat(values(deals, "category")).hasSize(13);
    assertThat(values(deals, "status")).containsExactlyInAnyOrderElementsOf(STATES);
    assertThat(values(deals, "imageId")).hasSize(60);
  }

  private static Set<String> values(List<JsonObject> deals, String field) {
    return deals.stream().map(deal -> deal.getString(field)).collect(Collectors.toSet());
  }

  @Test
  void aDemoAccountHasRoomsWithHistoryAndAWalletWithMovements() {
    List<JsonObject> rooms =
        signedIn("chat").get("/rooms").json().getJsonArray("items").getValuesAs(JsonObject.class);
    assertThat(rooms).hasSizeGreaterThan(3);
    assertThat(rooms).allSatisfy(room -> assertThat(room.getInt("lastSeq")).isPositive());
    JsonObject movements = signedIn("pay").get("/transactions").json();
    assertThat(movements.getJsonArray("items")).hasSizeGreaterThan(1);
    assertThat(signedIn("pay").get("/wallet").json().getInt("balance")).isPositive();
    assertThat(signedIn("deal").get("/me/hosted").json().getJsonArray("items")).hasSize(2);
  }

  @Test
  void nothingThatWasSaidIsThereTwice() {
    for (JsonObject room :
        signedIn("chat").get("/rooms").json().getJsonArray("items").getValuesAs(JsonObject.class)) {
      Map<String, Integer> said = new HashMap<>();
      signedIn("chat")
          .get("/rooms/%s/messages?limit=100".formatted(room.getString("dealId")))
          .json()
          .getJsonArray("items")
          .getValuesAs(JsonObject.class)
          .stream()
          .map(message -> message.getString("text", null))
          .filter(Objects::nonNull)
          .forEach(text -> said.merge(text, 1, Integer::sum));
      assertThat(said).doesNotContainValue(2);
    }
  }

  @Test
  void noMoneyMovedTwice() {
    for (String nickname : DemoData.accounts()) {
      Http pay = service("pay").as(accessToken(nickname));
      List<String> movements =
          pay
              .get("/transactions?limit=100")
              .json()
              .getJsonArray("items")
              .getValuesAs(JsonObject.class)
              .stream()
              .map(
                  movement ->
                      "%s %s %s %s"
                          .formatted(
                              movement.getString("kind"),
                              movement.getString("direction"),
                              movement.getString("dealId", ""),
                              movement.containsKey("counterparty")
                                  ? movement.getJsonObject("counterparty").getString("nickname")
                                  : ""))
              .toList();
      assertThat(movements).as(nickname).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @Test
  void theLedgerAddsUpToZero() {
    JsonObject proof = signedIn("pay").get("/ledger/proof").json();
    assertThat(proof.getJsonNumber("total").longValueExact()).isZero();
    assertThat(proof.getBoolean("sound")).as(proof.toString()).isTrue();
  }

  @Test
  void everyDemoAccountSignsInAndHasANeighbourhood() {
    for (String nickname : DemoData.accounts()) {
      Http.Answer answer =
          service("member")
              .post(
                  "/sessions",
                  "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(nickname, mark.password()));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(
              service("member")
                  .as(answer.json().getString("accessToken"))
                  .get("/members/me")
                  .json()
                  .getJsonObject("neighbourhood")
                  .getString("label"))
          .isNotBlank();
    }
  }

  @Test
  void whatIsCompleteIsNotMadeAgain() {
    int before = deals().size();
    new DemoData(liberty.baseUri(), mark).make();
    assertThat(deals()).hasSize(before);
  }
}
