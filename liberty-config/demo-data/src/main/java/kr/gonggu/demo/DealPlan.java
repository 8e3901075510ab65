package kr.gonggu.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A deal as it is to be.
 *
 * @param picture name of its drawing, and its own among all
 * @param host who opens it
 * @param pickup where the goods are handed over
 * @param totalPrice won
 * @param state as it ends up
 * @param hours until the deadline
 * @param joins who takes how many shares, first come first
 * @param note what the host says when it is cancelled, or null
 * @param talk what is said in its room
 */
record DealPlan(
    String picture,
    Resident host,
    Neighbourhood.Place pickup,
    String category,
    String title,
    String description,
    long totalPrice,
    int shares,
    int hostShares,
    String unit,
    BigDecimal unitQuantity,
    State state,
    int hours,
    List<String> keywords,
    List<Join> joins,
    String note,
    List<Line> talk) {

  /** How a deal ends up; in the words of the contract. */
  enum State {
    RECRUITING,
    FULL,
    ORDERED,
    READY,
    COMPLETED,
    CANCELLED,
    EXPIRED;

    /** Whether every share was taken at some time. */
    boolean filled() {
      return compareTo(FULL) >= 0 && compareTo(COMPLETED) <= 0;
    }

    /** What a host says on the way there, step by step. */
    List<State> steps() {
      return List.of(ORDERED, READY, COMPLETED).stream()
          .filter(step -> filled() && step.compareTo(this) <= 0)
          .toList();
    }
  }

  /**
   * Shares somebody takes.
   *
   * @param quantity at least 1
   */
  record Join(Resident member, int quantity) {}

  /** Something said. */
  record Line(Resident speaker, String text) {}

  /** People put their deadlines on the half hour, in their own time. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  /** Long enough to be joined, short enough to be over before the demo data is complete. */
  private static final Duration BRIEF = Duration.ofSeconds(20);

  long pricePerShare() {
    return totalPrice / shares;
  }

  /** Until when it recruits. */
  Instant deadline(Instant now) {
    if (state == State.EXPIRED) {
      return now.plus(BRIEF);
    }
    ZonedDateTime about = now.atZone(ZONE).plusHours(hours).truncatedTo(ChronoUnit.HOURS);
    // Nobody ends a deal in the middle of the night.
    int hour = Math.max(8, about.getHour());
    return about.withHour(hour).plusMinutes(picture.length() % 2 * 30).plusHours(1).toInstant();
  }

  /** What a payment for it is called. */
  String memo(int quantity) {
    return "%s %d몫".formatted(title.split(",", 2)[0], quantity);
  }
}
