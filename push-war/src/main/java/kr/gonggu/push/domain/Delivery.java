package kr.gonggu.push.domain;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One notification on its way to one device.
 *
 * <p>Life: queued in the transaction of its notification. An instance claims it for a while and
 * sends it; it ends when the push service took it, when there is nothing to be called for any more,
 * or after {@link #MOST_ATTEMPTS} attempts. A newer notification of the same {@link #topic} takes
 * its place while it waits.
 *
 * @param id of this service
 * @param subscription the device
 * @param notification what to tell, as it is now; null when it is gone
 * @param preferences of the member, as they are now
 * @param attempts how often it was claimed, this time included
 * @param expiresAt when it is worth nothing any more
 */
public record Delivery(
    long id,
    Subscription subscription,
    Notification notification,
    Preferences preferences,
    int attempts,
    Instant expiresAt) {

  /** About three hours, by the pauses below. */
  public static final int MOST_ATTEMPTS = 12;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration LEAST_RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration MOST_RETRY_AFTER = Duration.ofDays(1);
  private static final double JITTER = 0.2;

  /** What to do with it now. */
  public enum Next {
    SEND,
    HOLD,
    DROP
  }

  /**
   * What to do with it now: nobody is called for what is read, over or not wanted, and nobody at
   * night.
   */
  public Next next(Instant now) {
    if (notification == null
        || notification.read()
        || !now.isBefore(expiresAt)
        || preferences.mutes(notification.kind())) {
      return Next.DROP;
    }
    return heldBackUntil(now).isPresent() ? Next.HOLD : Next.SEND;
  }

  /** The end of the quiet hours in which it is, or empty. */
  public Optional<Instant> heldBackUntil(Instant now) {
    return preferences.holdsBackUntil(notification.kind(), now);
  }

  /** For how long the push service should keep it for a device that is off. */
  public Duration timeToLive(Instant now) {
    return Duration.between(now, expiresAt);
  }

  /**
   * What it takes the place of at the push service and on the screen, or null (RFC 8030, section
   * 5.4: at most 32 characters of base64url).
   */
  public static String topic(NotificationKind kind, Target target) {
    return switch (kind.topic()) {
      case NONE -> null;
      // A deal's room has the deal's id.
      case DEAL -> "D" + compact(target.dealId());
      case ROOM -> "R" + compact(target.roomId());
    };
  }

  private static String compact(UUID id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
  }

  /**
   * When to try again after a failure that may pass: twice as late each time, not all at once, and
   * never before the push service wants it.
   *
   * @param retryAfter what the push service said (RFC 9110, section 10.2.3), or null
   * @return empty when it is given up
   */
  public Optional<Instant> nextAttempt(Instant now, Duration retryAfter) {
    if (attempts >= MOST_ATTEMPTS) {
      return Optional.empty();
    }
    Instant next = now.plus(retryAfter == null ? pause() : clamped(retryAfter));
    return next.isBefore(expiresAt) ? Optional.of(next) : Optional.empty();
  }

  private Duration pause() {
    long millis = FIRST_PAUSE.toMillis() << (attempts - 1);
    double jitter = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Duration.ofMillis((long) (Math.min(millis, LONGEST_PAUSE.toMillis()) * jitter));
  }

  private static Duration clamped(Duration retryAfter) {
    if (retryAfter.compareTo(LEAST_RETRY_AFTER) < 0) {
      return LEAST_RETRY_AFTER;
    }
    return retryAfter.compareTo(MOST_RETRY_AFTER) > 0 ? MOST_RETRY_AFTER : retryAfter;
  }
}
