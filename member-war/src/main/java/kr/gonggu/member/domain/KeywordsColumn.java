package kr.gonggu.member.domain;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** Keeps a member's keywords as a JSON array in the row, since they are only ever read with it. */
@Converter
public class KeywordsColumn implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> words) {
    return JSON.createArrayBuilder(words).build().toString();
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    try (JsonReader reader = JSON.createReader(new StringReader(column))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }
}
