package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import kr.gonggu.push.domain.NotificationKind.Topic;
import kr.gonggu.push.domain.NotificationKind.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How Web Push carries each kind. */
class NotificationKindTest {

  @Test
  void aDeviceIsWokenForWhatMustBeActedUponAndForMoney() {
    assertThat(with(Urgency.HIGH))
        .containsExactlyInAnyOrder(
            NotificationKind.DEAL_CANCELLED,
            NotificationKind.DEAL_CLOSING_SOON,
            NotificationKind.DEAL_STATUS_CHANGED,
            NotificationKind.MONEY_RECEIVED);
  }

  @Test
  void whatIsNiceToKnowWaitsForADeviceThatIsAwake() {
    assertThat(with(Urgency.LOW))
        .containsExactlyInAnyOrder(
            NotificationKind.ENROLLMENT_CHANGED,
            NotificationKind.ENROLLMENT_RECEIVED,
            NotificationKind.KEYWORD_MATCHED);
  }

  /** Push services keep a push for four weeks at most, and one of no length is never kept. */
  @ParameterizedTest
  @EnumSource
  void aDeviceThatIsOffIsToldLaterButNotForEver(NotificationKind kind) {
    assertThat(kind.timeToLive()).isBetween(Duration.ofHours(1), Duration.ofDays(28));
  }

  @Test
  void moneyIsToldForLongest() {
    assertThat(NotificationKind.values())
        .allSatisfy(
            kind ->
                assertThat(kind.timeToLive())
                    .isLessThanOrEqualTo(NotificationKind.MONEY_RECEIVED.timeToLive()));
  }

  /** Two who joined are two pieces of news; two states of a deal are one, and so is a room. */
  @Test
  void onlyWhatBecomesOfADealAndMessagesOfARoomReplaceEachOther() {
    assertThat(Arrays.stream(NotificationKind.values()).filter(kind -> kind.topic() == Topic.ROOM))
        .containsExactly(NotificationKind.CHAT_MESSAGE);
    assertThat(Arrays.stream(NotificationKind.values()).filter(kind -> kind.topic() == Topic.DEAL))
        .allSatisfy(kind -> assertThat(kind.name()).startsWith("DEAL_"))
        .hasSize(5);
  }

  private static Stream<NotificationKind> with(Urgency urgency) {
    return Arrays.stream(NotificationKind.values()).filter(kind -> kind.urgency() == urgency);
  }
}
