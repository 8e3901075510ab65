package kr.gonggu.lib.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** How long a service remembers which events it has applied and what it has answered. */
public final class Retention {

  /** Longer than any topic's retention: what Kafka can still redeliver must still be known. */
  private static final Duration INBOX = Duration.ofDays(30);

  /** Longer than {@link kr.gonggu.lib.http.Idempotency} gives a first answer again. */
  private static final Duration IDEMPOTENCY = Duration.ofHours(25);

  /** A statement that removed more would keep others waiting. */
  private static final int MOST_AT_ONCE = 10_000;

  private final DataSource dataSource;
  private final Clock clock;

  /**
   * @param dataSource the service's schema
   * @param clock the service's clock
   */
  public Retention(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * Removes some of what is older than it need be. Several instances may do so at once.
   *
   * @return true when nothing old is left
   * @throws SQLException when the database cannot be reached
   */
  public boolean prune() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      boolean events = prune(connection, "inbox", "received_at", INBOX);
      boolean answers = prune(connection, "idempotency", "created_at", IDEMPOTENCY);
      return events && answers;
    }
  }

  /** A service that consumes nothing, or answers nothing once, lacks the table. */
  private boolean prune(Connection connection, String table, String column, Duration retention)
      throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getTables(connection.getCatalog(), null, table, null)) {
      if (!found.next()) {
        return true;
      }
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM " + table + " WHERE " + column + " < ? LIMIT " + MOST_AT_ONCE)) {
      delete.setObject(
          1, LocalDateTime.ofInstant(clock.instant().minus(retention), ZoneOffset.UTC));
      return delete.executeUpdate() < MOST_AT_ONCE;
    }
  }
}
