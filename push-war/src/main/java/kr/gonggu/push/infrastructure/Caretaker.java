package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.persistence.LockConflicts;
import kr.gonggu.push.application.TidyInboxes;
import kr.gonggu.push.domain.Background;

/** Does what nobody asks for: tidies inboxes, from every instance. */
@ApplicationScoped
public class Caretaker {

  private static final Logger LOG = System.getLogger(Caretaker.class.getName());

  /** Not while a server that has just begun warms up. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  private static final Duration BETWEEN = Duration.ofHours(6);

  @Inject TidyInboxes tidyInboxes;
  @Inject Background background;
  @Inject Clock clock;

  private volatile boolean stopped;

  void start() {
    background.runAfter(FIRST, this::round);
  }

  void stop() {
    stopped = true;
  }

  private void round() {
    try {
      UUID last = null;
      boolean more = true;
      while (more && !stopped) {
        UUID after = last;
        Optional<UUID> reached =
            LockConflicts.retried(() -> tidyInboxes.tidy(after, clock.instant()));
        more = reached.isPresent();
        last = reached.orElse(null);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Failed, and tried again in the next round: {0}", e.toString());
    }
    if (!stopped) {
      background.runAfter(BETWEEN, this::round);
    }
  }
}
