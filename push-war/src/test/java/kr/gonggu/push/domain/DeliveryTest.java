package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {

  private static final Instant DAY = Instant.parse("2026-11-20T06:30:00Z");
  private static final Instant NIGHT = Instant.parse("2026-11-20T16:00:00Z");
  private static final UUID DEAL = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000d1");

  @Test
  void whatIsNewIsSentByDayAndHeldBackByNight() {
    Delivery delivery = delivery(notification(false), Preferences.USUAL, 1, NIGHT.plusSeconds(1));

    assertThat(delivery.next(DAY)).isEqualTo(Delivery.Next.SEND);
    assertThat(delivery.next(NIGHT)).isEqualTo(Delivery.Next.HOLD);
    assertThat(delivery.heldBackUntil(NIGHT)).contains(Instant.parse("2026-11-20T23:00:00Z"));
  }

  @Test
  void nobodyIsCalledForWhatWasReadOrErasedOrIsOverOrNotWanted() {
    Preferences muted =
        new Preferences(Set.of(NotificationKind.DEAL_FULL), Preferences.USUAL.quietHours());

    assertThat(delivery(notification(true), Preferences.USUAL, 1, NIGHT).next(DAY))
        .isEqualTo(Delivery.Next.DROP);
    assertThat(delivery(null, Preferences.USUAL, 1, NIGHT).next(DAY)).isEqualTo(Delivery.Next.DROP);
    assertThat(delivery(notification(false), Preferences.USUAL, 1, DAY).next(DAY))
        .isEqualTo(Delivery.Next.DROP);
    assertThat(delivery(notification(false), muted, 1, NIGHT).next(DAY))
        .isEqualTo(Delivery.Next.DROP);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 6", "2, 8, 12", "3, 16, 24", "9, 1024, 1536", "11, 2880, 4320"})
  void pausesGrow(int attempts, long least, long most) {
    Delivery delivery =
        delivery(notification(false), Preferences.USUAL, attempts, DAY.plus(Duration.ofDays(2)));

    assertThat(delivery.nextAttempt(DAY, null).orElseThrow())
        .isBetween(DAY.plusSeconds(least), DAY.plusSeconds(most));
  }

  @Test
  void notAllComeBackAtOnce() {
    Delivery delivery = delivery(notification(false), Preferences.USUAL, 5, NIGHT);
    Set<Instant> times = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      delivery.nextAttempt(DAY, null).ifPresent(times::add);
    }

    assertThat(times).hasSizeGreaterThan(1);
  }

  @Test
  void thePushServiceSaysWhenToComeBack() {
    Delivery delivery =
        delivery(notification(false), Preferences.USUAL, 1, DAY.plus(Duration.ofDays(3)));

    assertThat(delivery.nextAttempt(DAY, Duration.ofMinutes(7)))
        .contains(DAY.plus(Duration.ofMinutes(7)));
    assertThat(delivery.nextAttempt(DAY, Duration.ZERO)).contains(DAY.plusSeconds(1));
    assertThat(delivery.nextAttempt(DAY, Duration.ofSeconds(-100))).contains(DAY.plusSeconds(1));
    assertThat(delivery.nextAttempt(DAY, Duration.ofDays(900)))
        .contains(DAY.plus(Duration.ofDays(1)));
  }

  @Test
  void whatWouldComeTooLateIsGivenUp() {
    assertThat(
            delivery(notification(false), Preferences.USUAL, 1, DAY.plusSeconds(60))
                .nextAttempt(DAY, Duration.ofMinutes(5)))
        .isEqualTo(Optional.empty());
    assertThat(
            delivery(notification(false), Preferences.USUAL, Delivery.MOST_ATTEMPTS, NIGHT)
                .nextAttempt(DAY, null))
        .isEqualTo(Optional.empty());
  }

  /** RFC 8030, section 5.4. */
  @ParameterizedTest
  @EnumSource(NotificationKind.class)
  void topicsAreShortAndOfTheRightAlphabet(NotificationKind kind) {
    String topic = Delivery.topic(kind, new Target(DEAL, DEAL, null));

    if (kind.topic() == NotificationKind.Topic.NONE) {
      assertThat(topic).isNull();
    } else {
      assertThat(topic).matches("[A-Za-z0-9_-]{1,32}");
    }
  }

  @Test
  void messagesOfARoomDoNotTakeThePlaceOfWhatBecameOfItsDeal() {
    Target room = new Target(DEAL, DEAL, null);

    assertThat(Delivery.topic(NotificationKind.CHAT_MESSAGE, room))
        .isNotEqualTo(Delivery.topic(NotificationKind.DEAL_CANCELLED, room));
    assertThat(Delivery.topic(NotificationKind.DEAL_FULL, room))
        .isEqualTo(Delivery.topic(NotificationKind.DEAL_CANCELLED, room));
  }

  @Test
  void nothingToLogBetraysHowToCallADevice() {
    assertThat(delivery(notification(false), Preferences.USUAL, 1, NIGHT).toString())
        .contains("web.push.apple.com")
        .doesNotContain("QGuQyav");
  }

  private static Delivery delivery(
      Notification notification, Preferences preferences, int attempts, Instant expiresAt) {
    return new Delivery(
        7,
        new Subscription(
            UUID.randomUUID(),
            UUID.randomUUID(),
            URI.create("https://web.push.apple.com/QGuQyav"),
            new Subscription.Keys((ECPublicKey) P256.newPair().getPublic(), new byte[16])),
        notification,
        preferences,
        attempts,
        expiresAt);
  }

  private static Notification notification(boolean read) {
    return new Notification(
        UUID.randomUUID(),
        UUID.randomUUID(),
        NotificationKind.DEAL_FULL,
        null,
        null,
        new Target(DEAL, null, null),
        1,
        DAY,
        read);
  }
}
