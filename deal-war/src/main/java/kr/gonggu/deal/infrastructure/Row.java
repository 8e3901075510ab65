package kr.gonggu.deal.infrastructure;

import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** One row of a result, column by column in the domain's types. */
final class Row {

  private final ResultSet row;

  Row(ResultSet row) {
    this.row = row;
  }

  String text(String column) {
    return get(column, String.class);
  }

  UUID uuid(String column) {
    String text = text(column);
    return text == null ? null : UUID.fromString(text);
  }

  /** A {@code DATETIME} holds UTC and is read as it stands, whatever the JVM's zone is. */
  Instant instant(String column) {
    LocalDateTime time = get(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  int integer(String column) {
    return get(column, Integer.class);
  }

  long number(String column) {
    return get(column, Long.class);
  }

  double degrees(String column) {
    return get(column, Double.class);
  }

  BigDecimal decimal(String column) {
    return get(column, BigDecimal.class);
  }

  boolean flag(String column) {
    return integer(column) != 0;
  }

  <E extends Enum<E>> E constant(String column, Class<E> type) {
    return Enum.valueOf(type, text(column));
  }

  private <T> T get(String column, Class<T> type) {
    try {
      return row.getObject(column, type);
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }
}
