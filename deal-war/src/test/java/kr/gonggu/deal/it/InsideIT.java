package kr.gonggu.deal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.gonggu.deal.application.ExpireDeal;
import kr.gonggu.deal.application.JoinDeal;
import kr.gonggu.deal.application.OpenDeal;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealTerms;
import kr.gonggu.deal.domain.PaymentMethod;
import kr.gonggu.deal.domain.Pickup;
import kr.gonggu.deal.domain.PriceSplit;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs inside the server: state and event share one commit, and one of many marks a deadline. */
@ArquillianTest
class InsideIT {

  private final UUID host = UUID.randomUUID();

  @Inject OpenDeal openDeal;
  @Inject JoinDeal joinDeal;
  @Inject ExpireDeal expireDeal;
  @Inject UserTransaction transaction;
  @Inject ServiceRuntime runtime;

  @Resource(lookup = "jdbc/deal")
  DataSource dataSource;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService threads;

  @Deployment
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeEach
  void serviceIsReady() throws Exception {
    runtime.runWhenReady(() -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void whatIsRolledBackWasNeverTold() throws Exception {
    UUID deal = open(Instant.now().plusSeconds(600));
    transaction.begin();
    joinDeal.join(deal, UUID.randomUUID(), "달빛이웃", 2);
    assertEquals(1, outbox(deal, "EnrollmentConfirmed"), "within the transaction");
    transaction.rollback();

    assertEquals(0, outbox(deal, "EnrollmentConfirmed"));
    assertEquals(1, number("SELECT shares_taken FROM deal WHERE id = ?", deal));
    assertEquals(0, number("SELECT COUNT(*) FROM enrollment WHERE deal_id = ?", deal));
  }

  @Test
  void tablesRefuseWhatTheRulesWouldNever() throws Exception {
    UUID deal = open(Instant.now().plusSeconds(600));
    for (String wrong :
        List.of(
            "UPDATE deal SET shares_taken = shares + 1 WHERE id = ?",
            "UPDATE deal SET shares_taken = host_shares - 1 WHERE id = ?",
            "UPDATE deal SET status = 'FULL' WHERE id = ?",
            "UPDATE deal SET status = 'SLEEPING' WHERE id = ?",
            "UPDATE deal SET total_price = 0 WHERE id = ?",
            "UPDATE deal SET host_shares = shares WHERE id = ?")) {
      assertThrows(java.sql.SQLException.class, () -> update(wrong, deal), wrong);
    }
  }

  @Test
  void oneOfManyMarksADeadline() throws Exception {
    UUID deal = open(Instant.now().plusSeconds(600));
    // Wound back here, and watched by the service's own timer at the same time.
    update("UPDATE deal SET deadline = '2026-01-01 00:00:00' WHERE id = ?", deal);
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(
          () -> {
            expireDeal.expire(deal);
            return true;
          });
    }
    for (Future<Boolean> done : threads.invokeAll(tries)) {
      assertTrue(done.get());
    }

    assertEquals(2, number("SELECT version FROM deal WHERE id = ?", deal), "marked once");
    assertEquals(1, number("SELECT COUNT(*) FROM deal WHERE status = 'EXPIRED' AND id = ?", deal));
  }

  @Test
  void koreanSortsAsInTheDictionary() throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT '가' < '나' AND '나' < '다' AND 'ㄱ' < '나', @@session.time_zone,"
                    + " @@collation_database");
        ResultSet row = select.executeQuery()) {
      row.next();
      assertEquals(1, row.getInt(1));
      assertTrue(List.of("UTC", "+00:00").contains(row.getString(2)), row.getString(2));
      assertEquals("utf8mb4_0900_ai_ci", row.getString(3));
    }
  }

  private UUID open(Instant deadline) {
    return openDeal.open(
        host,
        "초록마을",
        new DealPresentation("감귤", "달아요", Category.PRODUCE, null, List.of(), List.of()),
        new DealTerms(
            new PriceSplit(30_000, 10),
            1,
            "kg",
            BigDecimal.ONE,
            deadline,
            new Pickup(37.5, 127.03, "역삼동")),
        PaymentMethod.DIRECT);
  }

  private long outbox(UUID deal, String type) throws Exception {
    return number("SELECT COUNT(*) FROM outbox WHERE type = '" + type + "' AND subject = ?", deal);
  }

  private long number(String query, UUID id) throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void update(String statement, UUID id) throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(statement)) {
      update.setString(1, id.toString());
      update.executeUpdate();
    }
  }
}
