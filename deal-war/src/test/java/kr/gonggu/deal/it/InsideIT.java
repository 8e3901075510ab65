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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.gonggu.deal.application.ExpireDeal;
import kr.gonggu.deal.application.JoinDeal;
import kr.gonggu.deal.application.KeepPicture;
import kr.gonggu.deal.application.OpenDeal;
import kr.gonggu.deal.application.RemindOfDeadline;
import kr.gonggu.deal.application.RemoveOrphanPictures;
import kr.gonggu.deal.domain.Category;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealTerms;
import kr.gonggu.deal.domain.PaymentMethod;
import kr.gonggu.deal.domain.Pickup;
import kr.gonggu.deal.domain.PriceSplit;
import kr.gonggu.deal.infrastructure.BatchedDealViews;
import kr.gonggu.lib.image.EncodedImage;
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
  @Inject RemindOfDeadline remindOfDeadline;
  @Inject KeepPicture keepPicture;
  @Inject RemoveOrphanPictures removeOrphanPictures;
  @Inject BatchedDealViews views;
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
  void oneOfManyReminds() throws Exception {
    UUID deal = open(Instant.now().plusSeconds(3 * 3600));
    assertEquals(1, number("SELECT remind_at IS NOT NULL FROM deal WHERE id = ?", deal));
    // Wound back here, and watched by the service's own timer at the same time.
    update(
        "UPDATE deal SET deadline = UTC_TIMESTAMP(6) + INTERVAL 90 MINUTE,"
            + " remind_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?",
        deal);
    List<Callable<Boolean>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(() -> remindOfDeadline.remind(deal));
    }
    int reminded = 0;
    for (Future<Boolean> done : threads.invokeAll(tries)) {
      reminded += done.get() ? 1 : 0;
    }

    assertTrue(reminded <= 1, "at most one of us, else the timer: " + reminded);
    assertEquals(
        1,
        number("SELECT remind_at = deadline - INTERVAL 1 HOUR FROM deal WHERE id = ?", deal),
        "the next one stands in the database");
  }

  @Test
  void picturesThatNoDealShowsAreRemovedAfterADay() throws Exception {
    UUID orphan = keepPicture.keep(host, new EncodedImage(new byte[] {1}, new byte[] {1}, 1, 1));
    UUID young = keepPicture.keep(host, new EncodedImage(new byte[] {1}, new byte[] {1}, 1, 1));
    UUID shown = keepPicture.keep(host, new EncodedImage(new byte[] {1}, new byte[] {1}, 1, 1));
    open(Instant.now().plusSeconds(600), List.of(shown));
    for (UUID old : List.of(orphan, shown)) {
      update("UPDATE image SET created_at = created_at - INTERVAL 25 HOUR WHERE id = ?", old);
    }

    assertTrue(removeOrphanPictures.list(100).contains(orphan));
    for (UUID picture : List.of(orphan, shown)) {
      removeOrphanPictures.remove(picture);
    }

    assertEquals(0, number("SELECT COUNT(*) FROM image WHERE id = ?", orphan));
    assertEquals(1, number("SELECT COUNT(*) FROM image WHERE id = ?", shown));
    List<UUID> rest = removeOrphanPictures.list(100);
    assertTrue(!rest.contains(shown) && !rest.contains(young));
    assertEquals(1, number("SELECT COUNT(*) FROM image WHERE id = ?", young));
  }

  @Test
  void looksAreWrittenManyAtATimeAndCountedOnce() throws Exception {
    UUID deal = open(Instant.now().plusSeconds(600));
    UUID other = open(Instant.now().plusSeconds(600));
    LocalDate today = LocalDate.of(2020, 1, 1);
    UUID member = UUID.randomUUID();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1500; i++) {
        views.seen(deal, new UUID(7, i), today);
      }
      views.seen(other, member, today);
      views.write();
    }
    views.seen(other, member, today.plusDays(1));
    views.write();

    assertEquals(1500, number("SELECT views FROM deal WHERE id = ?", deal));
    assertEquals(2, number("SELECT views FROM deal WHERE id = ?", other));
    views.forgetBefore(today.plusDays(1));
    assertEquals(0, number("SELECT COUNT(*) FROM deal_view WHERE deal_id = ?", deal));
    assertEquals(1500, number("SELECT views FROM deal WHERE id = ?", deal));
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
    return open(deadline, List.of());
  }

  private UUID open(Instant deadline, List<UUID> imageIds) {
    return openDeal.open(
        host,
        "초록마을",
        new DealPresentation("감귤", "달아요", Category.PRODUCE, null, List.of(), imageIds),
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
