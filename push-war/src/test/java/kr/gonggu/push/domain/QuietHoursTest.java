package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  /** Seoul is nine hours ahead of UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T12:59:59Z,",
    "2026-11-20T13:00:00Z, 2026-11-20T23:00:00Z",
    "2026-11-20T15:00:00Z, 2026-11-20T23:00:00Z",
    "2026-11-20T22:59:59.999Z, 2026-11-20T23:00:00Z",
    "2026-11-20T23:00:00Z,",
    "2026-11-20T06:30:00Z,"
  })
  void nightsAreQuietFromTenToEightInSeoul(Instant now, Instant end) {
    assertThat(QuietHours.USUAL.endAfter(now).orElse(null)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T03:59:59Z,",
    "2026-11-20T04:00:00Z, 2026-11-20T05:30:00Z",
    "2026-11-20T05:29:59Z, 2026-11-20T05:30:00Z",
    "2026-11-20T05:30:00Z,",
    "2026-11-20T15:00:00Z,"
  })
  void aNapIsQuietToo(Instant now, Instant end) {
    QuietHours nap = new QuietHours(LocalTime.of(13, 0), LocalTime.of(14, 30));

    assertThat(nap.endAfter(now).orElse(null)).isEqualTo(end);
  }

  @Test
  void moneyPassesAndTheRestWaits() {
    Instant night = Instant.parse("2026-11-20T16:00:00Z");

    for (NotificationKind kind : NotificationKind.values()) {
      assertThat(Preferences.USUAL.holdsBackUntil(kind, night).isPresent())
          .as("%s", kind)
          .isEqualTo(kind != NotificationKind.MONEY_RECEIVED);
    }
  }

  @Test
  void whoWantsNoQuietHoursIsAlwaysCalled() {
    assertThat(
            new Preferences(Set.of(), null)
                .holdsBackUntil(
                    NotificationKind.CHAT_MESSAGE, Instant.parse("2026-11-20T16:00:00Z")))
        .isEmpty();
  }
}
