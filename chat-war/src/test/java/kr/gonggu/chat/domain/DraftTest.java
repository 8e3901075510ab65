package kr.gonggu.chat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

  private static void refused(String clientId, String text, String field) {
    assertThatThrownBy(() -> new Draft(clientId, text, null))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(refusal.violations()).extracting(Violation::field).contains(field);
            });
  }

  @Test
  void twoThousandCharactersAreEnoughWhateverTheyTake() {
    String emoji = "🍊".repeat(2_000);
    assertThat(new Draft("a", emoji, null).text()).isEqualTo(emoji);
    refused("a", emoji + "!", "text");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\n\t", "　"})
  void nothingIsNoMessage(String text) {
    refused("a", text, "text");
  }

  @Test
  void halfACharacterIsNoText() {
    refused("a", "앗\uD83C", "text");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "with blank",
        "한글",
        "12345678901234567890123456789012345678901234567890123456789012345"
      })
  void aNameIsShortAndPrintable(String clientId) {
    refused(clientId, "안녕", "clientId");
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    refused(null, null, "text");
    refused(null, null, "clientId");
  }

  @Test
  void aPictureNeedsNoWordsAndMayHaveSome() {
    UUID picture = UUID.randomUUID();
    assertThat(new Draft("a", null, picture).imageId()).isEqualTo(picture);
    assertThat(new Draft("a", "이거예요", picture).text()).isEqualTo("이거예요");
  }
}
