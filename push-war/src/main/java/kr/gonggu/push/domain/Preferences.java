package kr.gonggu.push.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a member wants to be pushed, and when. The inbox holds everything in any case.
 *
 * @param muted what never calls the member
 * @param quietHours when only money does, or null
 */
public record Preferences(Set<NotificationKind> muted, QuietHours quietHours) {

  /** What a member has who has chosen nothing. */
  public static final Preferences USUAL = new Preferences(Set.of(), QuietHours.USUAL);

  /** Keeps a copy. */
  public Preferences {
    muted = Set.copyOf(muted);
  }

  /** Whether the member never wants to be called for it. */
  public boolean mutes(NotificationKind kind) {
    return muted.contains(kind);
  }

  /**
   * Until when it has to wait.
   *
   * @return empty when it may be pushed now
   */
  public Optional<Instant> holdsBackUntil(NotificationKind kind, Instant now) {
    return quietHours == null || kind.passesQuietHours()
        ? Optional.empty()
        : quietHours.endAfter(now);
  }
}
