package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  private static final String TEXT = "a".repeat(22) + "." + "b".repeat(43);

  @Test
  void itsTextIsReadAgain() {
    assertThat(RefreshToken.parse(TEXT).orElseThrow().text()).isEqualTo(TEXT);
  }

  @Test
  void itDoesNotShowItselfInALog() {
    assertThat(RefreshToken.parse(TEXT).orElseThrow().toString()).doesNotContain("bbb");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {".", "a.b", "eyJhbGciOiJFUzI1NiJ9.e30.sig", "refresh"})
  void anythingElseIsNone(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
    assertThat(RefreshToken.parse(TEXT + "c")).isEmpty();
    assertThat(RefreshToken.parse(TEXT.replace('a', '*'))).isEmpty();
  }
}
