package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

  @ParameterizedTest
  @ValueSource(strings = {"쌀집", "망원동쌀집", "ㅋㅋ", "kim_01", "k.i", "99", "가나다라마바사아자차카타파하abcdef"})
  void koreanAndLatinLettersDigitsUnderscoreAndDotAreFine(String name) {
    assertThat(new Nickname(name).value()).isEqualTo(name);
    assertThat(Nickname.parse(name)).contains(new Nickname(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "쌀",
        "abcdefghijklmnopqrstu",
        "a b",
        "a@b",
        "쌀집!",
        "__",
        "._",
        "аdmin",
        "\u3164\u3164",
        "a\u200Bb",
        "a\u0000b",
        "<b>",
        "김밥\uD83C\uDF59",
        "名前",
        "é é",
        "a\nb"
      })
  void everythingElseIsRefusedAndNamesTheField(String name) {
    assertThatThrownBy(() -> new Nickname(name))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(refusal.violations())
                  .singleElement()
                  .extracting("field")
                  .isEqualTo("nickname");
            });
    assertThat(Nickname.parse(name)).isEmpty();
  }

  @Test
  void decomposedKoreanFromAnotherKeyboardIsTheSameName() {
    String decomposed = "\u110A\u1161\u11AF\u110C\u1175\u11B8";

    assertThat(new Nickname(decomposed)).isEqualTo(new Nickname("쌀집"));
  }

  @Test
  void blanksAroundAreNotPartOfTheName() {
    assertThat(new Nickname("  쌀집 ").value()).isEqualTo("쌀집");
  }
}
