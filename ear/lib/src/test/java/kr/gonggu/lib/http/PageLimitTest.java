package kr.gonggu.lib.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitTest {

  @Test
  void is20Unless1To100AreAskedFor() {
    assertThat(PageLimit.of(null)).isEqualTo(20);
    assertThat(PageLimit.of(1)).isEqualTo(1);
    assertThat(PageLimit.of(100)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE})
  void refusesTheRest(int limit) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PageLimit.of(limit))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(refusal.violations().get(0).field()).isEqualTo("limit");
            });
  }
}
