package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kr.gonggu.push.domain.PushService.Gone;
import kr.gonggu.push.domain.PushService.Later;
import kr.gonggu.push.domain.PushService.Refused;
import kr.gonggu.push.domain.PushService.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPushServiceTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:30:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204})
  void whatIsTakenIsDone(int status) {
    assertThat(HttpPushService.outcome(status, null, NOW)).isInstanceOf(Taken.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void aDeviceThatUnsubscribedIsGone(int status) {
    assertThat(HttpPushService.outcome(status, null, NOW)).isInstanceOf(Gone.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void whatMayPassIsTriedAgain(int status) {
    assertThat(HttpPushService.outcome(status, null, NOW))
        .isEqualTo(new Later(null, "status " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 413})
  void whatIsNeverTakenIsRefusedAndNoRedirectionIsFollowed(int status) {
    assertThat(HttpPushService.outcome(status, null, NOW)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"120 | 120", "0 | 0", "Fri, 20 Nov 2026 06:31:30 GMT | 90"})
  void aPushServiceSaysWhenToComeBack(String retryAfter, long seconds) {
    assertThat(HttpPushService.outcome(429, retryAfter, NOW))
        .isEqualTo(new Later(Duration.ofSeconds(seconds), "status 429"));
  }

  @Test
  void whatIsNoTimeIsPassedOver() {
    assertThat(HttpPushService.outcome(503, "soon", NOW)).isEqualTo(new Later(null, "status 503"));
  }
}
