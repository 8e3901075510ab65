package kr.gonggu.lib.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Stores a UUID as {@code CHAR(36)}, which an operator can read and copy. */
@Converter
public class UuidColumn implements AttributeConverter<UUID, String> {

  @Override
  public String convertToDatabaseColumn(UUID id) {
    return id == null ? null : id.toString();
  }

  @Override
  public UUID convertToEntityAttribute(String column) {
    return column == null ? null : UUID.fromString(column);
  }
}
