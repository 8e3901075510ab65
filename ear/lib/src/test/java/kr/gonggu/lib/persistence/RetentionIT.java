package kr.gonggu.lib.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What need not be known any more, on a real MySQL. */
class RetentionIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void whatIsOldIsForgottenAndWhatMayStillComeAgainIsKept() throws SQLException {
    TestSchema schema = TestSchema.withTables();
    schema.execute(
        "INSERT INTO inbox (source, event_id, received_at) VALUES"
            + " ('s', 'old', '2026-10-24 11:59:59'), ('s', 'young', '2026-10-24 12:00:00')");
    schema.execute(
        "INSERT INTO idempotency (member_id, idempotency_key, request_hash, created_at) VALUES"
            + " ('m', 'old', '', '2026-11-22 10:59:59'), ('m', 'young', '', '2026-11-22 11:00:00')");

    assertThat(new Retention(schema.dataSource(), CLOCK).prune()).isTrue();

    assertThat(schema.value("SELECT GROUP_CONCAT(event_id) FROM inbox")).isEqualTo("young");
    assertThat(schema.value("SELECT GROUP_CONCAT(idempotency_key) FROM idempotency"))
        .isEqualTo("young");
  }

  @Test
  void muchIsForgottenInParts() throws SQLException {
    TestSchema schema = TestSchema.withTables();
    String digits =
        "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
            + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
            + " UNION ALL SELECT 9)";
    schema.execute(
        "INSERT INTO inbox (source, event_id, received_at)"
            + " SELECT 's', CONCAT(a.d, b.d, c.d, e.d), '2026-01-01'"
            + " FROM %1$s a, %1$s b, %1$s c, %1$s e".formatted(digits));
    schema.execute(
        "INSERT INTO inbox (source, event_id, received_at) VALUES ('s', 'last', '2026-01-01')");
    Retention retention = new Retention(schema.dataSource(), CLOCK);

    assertThat(retention.prune()).as("there is more").isFalse();
    assertThat(schema.count("inbox")).isEqualTo(1);
    assertThat(retention.prune()).isTrue();
    assertThat(schema.count("inbox")).isZero();
  }

  @Test
  void aServiceNeedNotHaveTheTables() throws SQLException {
    assertThat(new Retention(TestSchema.empty().dataSource(), CLOCK).prune()).isTrue();
  }
}
