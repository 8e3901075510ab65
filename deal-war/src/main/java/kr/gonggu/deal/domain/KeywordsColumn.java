package kr.gonggu.deal.domain;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/** Keeps a deal's keywords as a JSON array in its row, since they are only ever read with it. */
@Converter
public class KeywordsColumn implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> keywords) {
    return JSON.createArrayBuilder(keywords).build().toString();
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    try (JsonReader reader = JSON.createReader(new StringReader(column))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }
}
