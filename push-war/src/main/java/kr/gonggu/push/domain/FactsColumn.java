package kr.gonggu.push.domain;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps facts as a JSON object in the notification's row, since they are only read with it. */
@Converter
public class FactsColumn implements AttributeConverter<Facts, String> {

  // Thread-safe by specification, and expensive to build.
  private static final Jsonb JSONB = JsonbBuilder.create();

  @Override
  public String convertToDatabaseColumn(Facts facts) {
    return JSONB.toJson(facts);
  }

  @Override
  public Facts convertToEntityAttribute(String column) {
    return JSONB.fromJson(column, Facts.class);
  }
}
