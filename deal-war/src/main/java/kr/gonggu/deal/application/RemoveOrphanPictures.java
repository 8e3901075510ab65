package kr.gonggu.deal.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.gonggu.deal.domain.Pictures;

/** Removes pictures that were uploaded and are shown by no deal: whoever uploaded them gave up. */
@ApplicationScoped
public class RemoveOrphanPictures {

  /** As long as somebody may take to write the deal. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  @Inject Pictures pictures;
  @Inject Clock clock;

  /** Pictures to remove. */
  public List<UUID> list(int most) {
    return pictures.orphans(clock.instant().minus(PATIENCE), most);
  }

  /** Removes one, unless a deal shows it by now. */
  @Transactional
  public void remove(UUID id) {
    pictures.removeOrphan(id);
  }
}
