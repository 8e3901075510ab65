package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import kr.gonggu.push.domain.Facts;
import org.junit.jupiter.api.Test;

class FactsJsonTest {

  @Test
  void factsSurviveTheirColumn() {
    Facts facts =
        new Facts("제주 감귤 \"10kg\" 🍊", 2, 6000L, 3, 10, null, "귤\n두 상자", 24, "READY", null, "귤");

    assertThat(FactsJson.read(FactsJson.write(facts))).isEqualTo(facts);
  }

  @Test
  void factsOfALaterVersionAreReadAsFarAsTheyAreKnown() {
    assertThat(FactsJson.read("{\"title\":\"쌀\",\"position\":3}").title()).isEqualTo("쌀");
  }
}
