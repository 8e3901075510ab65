package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import kr.gonggu.chat.domain.Pictures;

/** Pictures that were uploaded and never sent are not kept. */
@ApplicationScoped
public class RemoveOrphanPictures {

  /** Long enough for a phone that was without a line to send what it uploaded. */
  public static final Duration KEPT = Duration.ofDays(1);

  private static final int MOST_AT_ONCE = 100;

  @Inject Pictures pictures;
  @Inject Clock clock;

  /**
   * Removes some of them.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean remove() {
    return pictures.removeOrphans(clock.instant().minus(KEPT), MOST_AT_ONCE) == MOST_AT_ONCE;
  }
}
