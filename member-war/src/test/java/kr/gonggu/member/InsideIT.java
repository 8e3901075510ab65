package kr.gonggu.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.member.application.RefreshSession;
import kr.gonggu.member.application.SignIn;
import kr.gonggu.member.application.SignUp;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.Sessions;
import kr.gonggu.testkit.ServiceUnderTest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs inside the server: state and event share one commit, and the tables keep the rules. */
@ArquillianTest
class InsideIT {

  private static final String PASSWORD = "망원동 쌀집 앞 고양이";
  private static final String ADDRESS = "203.0.113.7";

  @Inject SignUp signUp;
  @Inject SignIn signIn;
  @Inject RefreshSession refreshSession;
  @Inject Sessions sessions;
  @Inject UserTransaction transaction;
  @Inject ServiceRuntime runtime;

  @Resource(lookup = "jdbc/member")
  DataSource dataSource;

  @Deployment
  static WebArchive war() {
    return ServiceUnderTest.war();
  }

  @BeforeEach
  void waitForTheSchema() throws Exception {
    runtime.runWhenReady(() -> {}).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @Test
  void whatIsRolledBackWasNeverTold() throws Exception {
    transaction.begin();
    Member member = join();
    assertEquals(1, outbox(member.id()), "within the transaction");
    transaction.rollback();

    assertEquals(0, outbox(member.id()));
    assertEquals(0, number("SELECT COUNT(*) FROM member WHERE id = ?", member.id()));
  }

  @Test
  void tablesRefuseWhatTheRulesWouldNever() throws Exception {
    UUID member = join().id();
    for (String wrong :
        List.of(
            "UPDATE member SET nickname = 'a' WHERE id = ?",
            "UPDATE member SET email = 'Kim@Example.com' WHERE id = ?",
            "UPDATE member SET email = 'kim' WHERE id = ?",
            "UPDATE member SET password_hash = 'plain text' WHERE id = ?",
            "UPDATE member SET credentials = 0 WHERE id = ?",
            "UPDATE member SET latitude = 37.5 WHERE id = ?",
            "UPDATE member SET latitude = 91, longitude = 0, neighbourhood_label = '-',"
                + " radius_meters = 500 WHERE id = ?",
            "UPDATE member SET latitude = 9, longitude = 0, neighbourhood_label = '-',"
                + " radius_meters = 499 WHERE id = ?",
            "UPDATE member SET keywords = '{}' WHERE id = ?")) {
      assertThrows(SQLException.class, () -> update(wrong, member), wrong);
    }
  }

  @Test
  void koreanSortsAsInTheDictionaryAndTimesAreUtc() throws Exception {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT '가' < '나' AND '나' < '다' AND 'ㄱ' < '나', @@session.time_zone,"
                    + " @@collation_database");
        ResultSet row = select.executeQuery()) {
      assertTrue(row.next());
      assertEquals(1, row.getInt(1));
      assertTrue(List.of("UTC", "+00:00").contains(row.getString(2)), row.getString(2));
      assertEquals("utf8mb4_0900_ai_ci", row.getString(3));
    }
  }

  @Test
  void aWeakHashIsReplacedWhenItsOwnerSignsIn() throws Exception {
    Member member = join();
    // The same password, hashed by the reference implementation with half of the effort.
    update(
        "UPDATE member SET password_hash = '$argon2id$v=19$m=8192,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
            + "$/+Yp/k8cnCoK048E9iQ7QGJPsgnAfKOT1pQwnZ9Kptc' WHERE id = ?",
        member.id());

    signIn.signIn(member.nickname().value(), PASSWORD, null, ADDRESS);

    assertEquals(
        1,
        number(
            "SELECT password_hash LIKE '$argon2id$v=19$m=19456,t=2,p=1$%' FROM member WHERE id = ?",
            member.id()));
    signIn.signIn(member.nickname().value(), PASSWORD, null, ADDRESS);
  }

  @Test
  void aSessionBegunWithAnOlderPasswordCannotGoOnEvenIfItWasLeftInRedis() throws Exception {
    Member member = join();
    var signedIn = signIn.signIn(member.nickname().value(), PASSWORD, null, ADDRESS);
    update("UPDATE member SET credentials = credentials + 1 WHERE id = ?", member.id());

    // A transaction of its own, as a later request has: outside, the server may keep what this
    // thread
    // has read before.
    transaction.begin();
    Refusal refusal =
        assertThrows(Refusal.class, () -> refreshSession.refresh(signedIn.refreshToken().text()));
    transaction.rollback();

    assertEquals(MemberError.SESSION_ENDED, refusal.code());
    assertTrue(sessions.of(member.id()).isEmpty());
  }

  @Test
  void endedSessionsLeaveNothingBehind() throws Exception {
    Member member = join();
    var signedIn = signIn.signIn(member.nickname().value(), PASSWORD, "폰", ADDRESS);
    assertEquals("폰", sessions.of(member.id()).get(0).device());

    sessions.end(signedIn.refreshToken());
    sessions.end(signedIn.refreshToken());
    sessions.endAllBut(member.id(), Optional.empty());

    assertTrue(sessions.of(member.id()).isEmpty());
    assertFalse(sessions.end(member.id(), UUID.randomUUID()));
  }

  private Member join() {
    String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return signUp.signUp(unique + "@example.com", PASSWORD, "이웃." + unique, ADDRESS);
  }

  private long outbox(UUID member) throws SQLException {
    return number("SELECT COUNT(*) FROM outbox WHERE subject = ?", member);
  }

  private long number(String query, UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }

  private void update(String statement, UUID id) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update = connection.prepareStatement(statement)) {
      update.setString(1, id.toString());
      update.executeUpdate();
    }
  }
}
