package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import kr.gonggu.chat.application.RemoveOrphanPictures;
import kr.gonggu.chat.domain.Background;

/**
 * Does what nobody asks for: removes pictures that no message shows. Runs on every instance; each
 * picture is removed by the one that comes first.
 */
@ApplicationScoped
public class Caretaker {

  private static final Logger LOG = System.getLogger(Caretaker.class.getName());
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  @Inject ChatRuntime runtime;
  @Inject RemoveOrphanPictures removeOrphanPictures;
  @Inject Background background;

  private volatile boolean stopped;

  void start() {
    background.runAfter(BETWEEN, this::round);
  }

  void stop() {
    stopped = true;
  }

  private void round() {
    if (stopped) {
      return;
    }
    try {
      boolean more = runtime.started();
      while (more && !stopped) {
        more = removeOrphanPictures.remove();
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Failed, and tried again in the next round: {0}", e.toString());
    }
    background.runAfter(BETWEEN, this::round);
  }
}
