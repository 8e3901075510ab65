package kr.gonggu.lib.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private static final Instant MOMENT = Instant.parse("2026-11-23T15:02:03.456789Z");

  @Test
  void aMomentIsStoredInUtcWhereverTheServerStands() {
    InstantColumn column = new InstantColumn();

    assertThat(column.convertToDatabaseColumn(MOMENT))
        .isEqualTo(LocalDateTime.parse("2026-11-23T15:02:03.456789"));
    assertThat(column.convertToEntityAttribute(LocalDateTime.parse("2026-11-23T15:02:03.456789")))
        .isEqualTo(MOMENT);
    assertThat(column.convertToEntityAttribute(Timestamp.from(MOMENT))).isEqualTo(MOMENT);
    assertThat(column.convertToDatabaseColumn(null)).isNull();
    assertThat(column.convertToEntityAttribute(null)).isNull();
  }

  @Test
  void anIdIsStoredAsAnOperatorReadsIt() {
    UuidColumn column = new UuidColumn();
    String text = "0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d";

    assertThat(column.convertToDatabaseColumn(UUID.fromString(text))).isEqualTo(text);
    assertThat(column.convertToEntityAttribute(text)).isEqualTo(UUID.fromString(text));
    assertThat(column.convertToDatabaseColumn(null)).isNull();
    assertThat(column.convertToEntityAttribute(null)).isNull();
  }
}
