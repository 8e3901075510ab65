package kr.gonggu.push.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a member's notifications get their ids.
 *
 * <p>Life: made with the first notification; whoever adds one holds its lock until the commit. So
 * an id that can be seen was given out after all smaller ones were committed, and "everything after
 * this id" misses nothing, whichever instance added it and however its clock goes. When its member
 * leaves the market it is closed and stays as the mark that nothing is told here again.
 *
 * @param memberId whose it is
 * @param lastId greatest id given out, {@link #NONE} when there was none
 */
public record Mailbox(UUID memberId, UUID lastId) {

  /** Less than every id. */
  public static final UUID NONE = new UUID(0, 0);

  // RFC 9562, section 5.7: the variant takes the two highest bits, 62 bits are random.
  private static final long RANDOM = -1L >>> 2;

  /**
   * The id of the next notification.
   *
   * @param fresh a new UUIDv7
   * @return {@code fresh}, or the successor of the last id when another instance's clock is ahead
   */
  public UUID next(UUID fresh) {
    if (isAfter(fresh, lastId)) {
      return fresh;
    }
    long low = lastId.getLeastSignificantBits();
    return (low & RANDOM) == RANDOM
        ? nextMillisecond(lastId)
        : new UUID(lastId.getMostSignificantBits(), low + 1);
  }

  private static UUID nextMillisecond(UUID id) {
    return new UUID(
        id.getMostSignificantBits() + (1L << 16), id.getLeastSignificantBits() & ~RANDOM);
  }

  /** Less than the id of every notification from then on, and more than those of before. */
  public static UUID firstId(Instant from) {
    // RFC 9562, section 5.7: 48 bits of milliseconds come first.
    return new UUID(from.toEpochMilli() << 16, 0);
  }

  /** Whether an id was given out after another. The order is that of the text form. */
  public static boolean isAfter(UUID id, UUID other) {
    // Unsigned, unlike UUID.compareTo.
    int high = Long.compareUnsigned(id.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high > 0
        : Long.compareUnsigned(id.getLeastSignificantBits(), other.getLeastSignificantBits()) > 0;
  }
}
