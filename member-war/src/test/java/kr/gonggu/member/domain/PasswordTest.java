package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  private static final Nickname NICKNAME = new Nickname("Ssal.Jip.Mangwon");
  private static final Email EMAIL = new Email("kim.mangwon@example.com");

  @ParameterizedTest
  @ValueSource(strings = {"quiet-42", "망원동 쌀집 고양이", "        a", "🍊🍊🍊🍊🍚🍚🍚🍚"})
  void eightCharactersOfAnyKindAreEnough(String typed) {
    assertThat(choose(typed).value()).isNotEmpty();
  }

  @Test
  void lengthIsCountedInCharactersAsPeopleSeeThem() {
    refuses(CommonError.VALIDATION_FAILED, "🍊🍊🍊🍊");
    refuses(CommonError.VALIDATION_FAILED, "quiet-4");
    assertThat(choose("ab".repeat(64))).isNotNull();
    refuses(CommonError.VALIDATION_FAILED, "ab".repeat(64) + "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PassWord",
        "12345678",
        "qwer1234!",
        "1q2w3e4r",
        "aaaaaaaaa",
        "        ",
        "ssal.jip.mangwon",
        "kim.mangwon",
        "KIM.MANGWON@example.com"
      })
  void whatIsGuessedFirstIsRefused(String typed) {
    refuses(MemberError.PASSWORD_TOO_COMMON, typed);
  }

  @Test
  void aKeyboardThatComposesDifferentlyTypesTheSamePassword() {
    String composed = "쌀집고양이가최고";
    String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);

    assertThat(new Password(decomposed)).isEqualTo(new Password(composed));
  }

  @Test
  void itNeverShowsItself() {
    assertThat(new Password("quiet-42").toString()).doesNotContain("quiet");
    assertThat(new PasswordHash("$argon2id$v=19$…").toString()).doesNotContain("argon2id");
  }

  private static Password choose(String typed) {
    return Password.chosen(typed, "next", NICKNAME, EMAIL);
  }

  private static void refuses(ErrorCode code, String typed) {
    assertThatThrownBy(() -> choose(typed))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.violations())
                  .singleElement()
                  .extracting("field")
                  .isEqualTo("next");
            });
  }
}
