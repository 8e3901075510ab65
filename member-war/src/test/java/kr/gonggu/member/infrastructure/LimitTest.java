package kr.gonggu.member.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

  @Test
  void isWrittenAsNumberAndTime() {
    assertThat(Limit.of(" 20/PT15M")).isEqualTo(new Limit(20, Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "20", "20/", "/PT1M", "0/PT1M", "-1/PT1M", "20/PT0S", "20/15", "x/PT1M"})
  void anythingElseIsAMistakeOfTheOperator(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(text));
  }
}
