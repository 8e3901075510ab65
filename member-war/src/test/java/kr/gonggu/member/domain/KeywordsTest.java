package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;

class KeywordsTest {

  @Test
  void theSameWordInOtherWritingIsOneWordAndTheOrderStays() {
    assertThat(new Keywords(List.of(" 쌀 ", "Organic  Rice", "쌀", "organic rice", "감귤")).words())
        .containsExactly("쌀", "organic rice", "감귤");
  }

  @Test
  void twentyWordsAreTheMost() {
    List<String> twenty = IntStream.range(0, 20).mapToObj(i -> "word" + i).toList();
    List<String> more = IntStream.range(0, 21).mapToObj(i -> "word" + i).toList();

    assertThat(new Keywords(twenty).words()).hasSize(20);
    assertThatThrownBy(() -> new Keywords(more)).isInstanceOf(Refusal.class);
  }

  @Test
  void anEmptyOrLongWordIsRefused() {
    assertThatThrownBy(() -> new Keywords(List.of(" \u200B"))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Keywords(List.of("긴".repeat(21)))).isInstanceOf(Refusal.class);
    assertThat(new Keywords(List.of("긴".repeat(20))).words()).hasSize(1);
  }

  @Test
  void theColumnGivesBackWhatItWasGiven() {
    KeywordsColumn column = new KeywordsColumn();
    List<String> words = List.of("감귤", "\"quoted\"", "a\\b");

    assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(words)))
        .isEqualTo(words);
  }
}
