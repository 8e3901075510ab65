package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InterestTest {

  @Test
  void wordsStandInsideOthers() {
    Set<String> pieces = Interest.pieces(List.of("햇제주감귤 10KG 나눔", "과일"));

    assertThat(pieces).contains("감귤", "제주", "10kg", "감귤 10kg 나눔", "과일", "귤");
    assertThat(pieces).doesNotContain("쌀", "감귤과일", "KG", "");
  }

  @Test
  void wordsAreComparedHoweverTheyWereTyped() {
    // The second is typed on a Mac: jamo by jamo.
    Interest interest =
        new Interest(
            UUID.randomUUID(), List.of("  LG  냉장고 ", "\u1112\u1161\u11ab\u110b\u116e"), null);

    assertThat(interest.words()).containsExactly("lg 냉장고", "한우");
    assertThat(Interest.pieces(List.of("lg 냉장고와 한우"))).containsAll(interest.words());
  }

  @Test
  void anEndlessTextHasNotEndlesslyManyPieces() {
    assertThat(Interest.pieces(List.of("가".repeat(5_000)))).hasSize(Interest.LONGEST_WORD);
  }

  @Test
  void noPieceEndsInHalfACharacter() {
    assertThat(Interest.pieces(List.of("🍊귤"))).containsExactlyInAnyOrder("🍊", "🍊귤", "귤");
  }
}
