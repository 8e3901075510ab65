package kr.gonggu.deal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "http://a.kr", "HTTPS://example.com:8443/귤?x=1#top", " https://a.kr "})
  void opensSafely(String address) {
    assertThat(address).matches(OpenDealRequest.WEB_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.com",
        "example.com",
        "https://",
        "https:///x",
        "https://a b",
        "ftp://a.kr",
        "\njavascript:alert(1)//http://a.kr"
      })
  void isRefused(String address) {
    assertThat(address).doesNotMatch(OpenDealRequest.WEB_ADDRESS);
  }

  @Test
  void aHugeAddressCostsNoTime() {
    String huge = "http://" + "a".repeat(1 << 20) + " b";

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(huge.matches(OpenDealRequest.WEB_ADDRESS)).isFalse());
  }
}
