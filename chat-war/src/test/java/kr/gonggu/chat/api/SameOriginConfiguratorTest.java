package kr.gonggu.chat.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginConfiguratorTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9080, localhost:9080",
    "https://gonggu.kr, gonggu.kr",
    "https://gonggu.kr, gonggu.kr:443",
    "http://gonggu.kr:80, gonggu.kr",
    "https://GONGGU.kr, gonggu.KR",
    "http://[::1]:9080, [::1]:9080"
  })
  void thePageOfThisHostMayOpenTheSocket(String origin, String host) {
    assertThat(SameOriginConfigurator.sameAuthority(origin, host)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, gonggu.kr",
    "https://gonggu.kr.evil.example, gonggu.kr",
    "https://gonggu.kr:8443, gonggu.kr",
    "http://localhost:9081, localhost:9080",
    "null, gonggu.kr",
    "file://, gonggu.kr",
    "'https://a b', gonggu.kr",
    "https://gonggu.kr,"
  })
  void nobodyElsesPageMay(String origin, String host) {
    assertThat(SameOriginConfigurator.sameAuthority(origin, host)).isFalse();
  }
}
