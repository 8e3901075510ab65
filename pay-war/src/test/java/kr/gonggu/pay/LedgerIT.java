package kr.gonggu.pay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.pay.application.NameMember;
import kr.gonggu.pay.application.OpenWallet;
import kr.gonggu.pay.application.ProveLedger;
import kr.gonggu.pay.application.RemitMoney;
import kr.gonggu.pay.application.Remittance;
import kr.gonggu.pay.application.RequestCharge;
import kr.gonggu.pay.application.SettleBankOrder;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.LedgerProof;
import kr.gonggu.pay.domain.MoneyRequest;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside the server: what commits together, and what the schema refuses whoever asks. */
@ArquillianTest
class LedgerIT {

  @Deployment
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @Resource(lookup = "jdbc/pay")
  DataSource dataSource;

  @Inject ServiceRuntime runtime;
  @Inject OpenWallet openWallet;
  @Inject Ledger ledger;
  @Inject RequestCharge requestCharge;
  @Inject SettleBankOrder settleBankOrder;
  @Inject RemitMoney remitMoney;
  @Inject NameMember nameMember;
  @Inject ProveLedger proveLedger;

  // One for all tests: none of them succeeds in changing it.
  private static final UUID ANNA = UuidV7.next();
  private static UUID wallet;

  @BeforeEach
  void aWalletWithThreePostings() throws Exception {
    if (wallet != null) {
      return;
    }
    runtime.runWhenReady(() -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
    openWallet.open(ANNA);
    wallet = ledger.accountOf(ANNA, AccountKind.WALLET).orElseThrow();
    for (long won : new long[] {1_000, 2_000, 3_000}) {
      settleBankOrder.settle(
          requestCharge.request(new MoneyRequest(ANNA, UUID.randomUUID().toString(), won)));
    }
  }

  @AfterEach
  void theBooksAreRight() {
    LedgerProof proof = proveLedger.prove();
    assertTrue(proof.sound(), proof::toString);
  }

  @Test
  void moneyAndEventCommitTogetherOrNotAtAll() throws Exception {
    UUID bora = UuidV7.next();
    String nickname = "b" + bora.toString().substring(24);
    nameMember.name(bora, nickname, Instant.EPOCH.plusSeconds(1));
    List<Long> seenInside = new ArrayList<>();

    assertThrows(
        PowerCut.class,
        () ->
            runtime.inTransaction(
                () -> {
                  remitMoney.remit(
                      new MoneyRequest(ANNA, "k", 500),
                      new Remittance(UuidV7.next(), "a", nickname, null, null));
                  seenInside.add(number("SELECT COUNT(*) FROM outbox WHERE subject = ?", ANNA));
                  seenInside.add(number("SELECT balance FROM account WHERE id = ?", wallet));
                  throw new PowerCut();
                }));

    assertEquals(5_500, seenInside.get(1));
    assertTrue(seenInside.get(0) >= 1, "the event was not written in the same transaction");
    assertEquals(6_000, number("SELECT balance FROM account WHERE id = ?", wallet));
    assertEquals(
        0,
        number("SELECT COUNT(*) FROM outbox WHERE type = 'MoneyRemitted' AND subject = ?", ANNA));
    assertEquals(
        0,
        number(
            "SELECT COUNT(*) FROM transfer WHERE kind = 'REMITTANCE' AND requested_by = ?", ANNA));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE posting SET amount = amount + 1 WHERE account_id = ? AND seq = 2",
        "UPDATE posting SET balance_after = balance_after + 1 WHERE account_id = ? AND seq = 2",
        "UPDATE posting SET amount = amount + 1, balance_after = balance_after + 1"
            + " WHERE account_id = ? AND seq = 3",
        "UPDATE posting SET seq = 9 WHERE account_id = ? AND seq = 3",
        "UPDATE posting SET transfer_id = 'none' WHERE account_id = ? AND seq = 3",
        "DELETE FROM posting WHERE account_id = ? AND seq = 1",
        "DELETE FROM posting WHERE account_id = ? AND seq = 3",
        "DELETE FROM posting WHERE account_id = ?",
        "UPDATE account SET balance = balance + 1 WHERE id = ?",
        "UPDATE account SET balance = 0 WHERE id = ?",
        "UPDATE account SET last_seq = 2 WHERE id = ?",
        "UPDATE account SET balance = -1 WHERE id = ?",
        "UPDATE account SET held = balance + 1 WHERE id = ?",
        "UPDATE account SET held = -1 WHERE id = ?",
        "UPDATE account SET kind = 'GIFT' WHERE id = ?",
        "DELETE FROM account WHERE id = ?",
        "UPDATE transfer t JOIN posting p ON p.transfer_id = t.id SET t.amount = 0"
            + " WHERE p.account_id = ?",
        "DELETE t FROM transfer t JOIN posting p ON p.transfer_id = t.id WHERE p.account_id = ?",
        // A second continuation of the same balance, and one of a balance that never was.
        "INSERT INTO posting (account_id, seq, transfer_id, amount, balance_after, posted_at)"
            + " SELECT account_id, 3, transfer_id, 1, 3001, posted_at FROM posting"
            + " WHERE account_id = ? AND seq = 2",
        "INSERT INTO posting (account_id, seq, transfer_id, amount, balance_after, posted_at)"
            + " SELECT account_id, 4, (SELECT MIN(id) FROM transfer), 1, 99, posted_at FROM posting"
            + " WHERE account_id = ? AND seq = 3"
      })
  void theSchemaRefusesWhateverWouldMakeTheBooksWrong(String statement) {
    assertThrows(SQLException.class, () -> execute(statement));
  }

  @Test
  void nicknamesSortAsKoreansExpect() throws SQLException {
    String mark = ANNA.toString().substring(24);
    for (String first : List.of("다", "가", "나")) {
      nameMember.name(UuidV7.next(), first + mark, Instant.EPOCH.plusSeconds(1));
    }

    List<String> sorted = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT nickname FROM member WHERE nickname LIKE ? ORDER BY nickname")) {
      select.setString(1, "%" + mark);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          sorted.add(rows.getString(1).substring(0, 1));
        }
      }
    }
    assertEquals(List.of("가", "나", "다"), sorted);
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement change = connection.prepareStatement(statement)) {
      change.setString(1, wallet.toString());
      int changed = change.executeUpdate();
      throw new AssertionError(changed + " rows were changed by: " + statement);
    }
  }

  private long number(String query, UUID id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something stops the work after everything was done and before the commit. */
  private static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
