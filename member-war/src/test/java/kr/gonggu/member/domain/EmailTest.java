package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @ParameterizedTest
  @CsvSource({
    "kim@example.com, kim@example.com",
    "' Kim.Lee+gonggu@Example.COM ', kim.lee+gonggu@example.com",
    "kim@한국.kr, kim@xn--3e0b707e.kr",
    "o'neil@mail.example.co.kr, o'neil@mail.example.co.kr"
  })
  void oneFormIsStoredWhateverIsTyped(String typed, String stored) {
    assertThat(new Email(typed).value()).isEqualTo(stored);
    assertThat(Email.parse(typed)).contains(new Email(stored));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "kim",
        "kim@",
        "@example.com",
        "kim@example",
        "kim@@example.com",
        "kim lee@example.com",
        ".kim@example.com",
        "kim.@example.com",
        "k..m@example.com",
        "kim@-example.com",
        "kim@example..com",
        "김@example.com",
        "kim@example.com\r\nBcc: all@example.com",
        "kim@exam_ple.com",
        "kim@127.0.0.1"
      })
  void whatIsNoAddressIsRefused(String typed) {
    assertThatThrownBy(() -> new Email(typed))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .singleElement()
                    .extracting("field")
                    .isEqualTo("email"));
    assertThat(Email.parse(typed)).isEmpty();
  }

  @Test
  void longerThanMailAllowsIsRefused() {
    assertThat(Email.parse("a".repeat(64) + "@example.com")).isPresent();
    assertThat(Email.parse("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(Email.parse("a@" + ("b".repeat(50) + ".").repeat(5) + "com")).isEmpty();
  }

  @Test
  void aHugeTextIsRefusedQuickly() {
    assertThat(Email.parse("a@" + "b.".repeat(500_000))).isEmpty();
  }
}
