package kr.gonggu.push.infrastructure;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import kr.gonggu.push.domain.Facts;

/** Facts as the JSON object in a notification's row, since they are only read with it. */
final class FactsJson {

  // Thread-safe by specification, and expensive to build.
  private static final Jsonb JSONB = JsonbBuilder.create();

  private FactsJson() {}

  static String write(Facts facts) {
    return JSONB.toJson(facts);
  }

  static Facts read(String column) {
    return JSONB.fromJson(column, Facts.class);
  }
}
