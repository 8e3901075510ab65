package kr.gonggu.lib.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Stores an {@link Instant} as {@code DATETIME(6)} in UTC: Jakarta Persistence 3.1 does not name
 * Instant among its basic types (section 2.6). Applies to every Instant of a persistence unit that
 * lists this class.
 *
 * <p>The column's type is left open, since drivers give a {@code DATETIME} as {@link Timestamp} or
 * as {@link LocalDateTime}, depending on the query. The connection's time zone is pinned to UTC.
 */
@Converter(autoApply = true)
public class InstantColumn implements AttributeConverter<Instant, Object> {

  @Override
  public Object convertToDatabaseColumn(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  @Override
  public Instant convertToEntityAttribute(Object column) {
    if (column instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    return column == null ? null : ((Timestamp) column).toInstant();
  }
}
