package kr.gonggu.push.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The part of the day in which a member's devices stay silent, in the time of Seoul: what is told
 * then is pushed at its end, unless it was read meanwhile.
 *
 * @param from first minute of it
 * @param until first minute after it; before {@code from} when it lasts over midnight
 */
public record QuietHours(LocalTime from, LocalTime until) {

  /** What a member has who has chosen nothing. */
  public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

  /** The market's zone. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  /**
   * When it will be over.
   *
   * @return empty when it is not quiet at that moment
   */
  public Optional<Instant> endAfter(Instant now) {
    ZonedDateTime local = now.atZone(ZONE);
    LocalTime time = local.toLocalTime();
    boolean overnight = until.isBefore(from);
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(until);
    if (overnight ? !late && !early : !late || !early) {
      return Optional.empty();
    }
    return Optional.of(
        local
            .toLocalDate()
            .plusDays(overnight && late ? 1 : 0)
            .atTime(until)
            .atZone(ZONE)
            .toInstant());
  }
}
