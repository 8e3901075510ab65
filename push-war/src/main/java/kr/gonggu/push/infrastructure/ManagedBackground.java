package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import kr.gonggu.push.domain.Background;

/** The server's threads, with the service's context wherever the work was begun. */
@ApplicationScoped
public class ManagedBackground implements Background {

  private static final Logger LOG = System.getLogger(ManagedBackground.class.getName());

  @Inject PushRuntime runtime;

  @Override
  public void run(Runnable work) {
    try {
      runtime.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "The server stops; work is dropped");
    }
  }

  @Override
  public void runAfter(Duration delay, Runnable work) {
    // A thread that waits ends with the service; a task planned with the server would outlive it.
    run(
        () -> {
          if (!runtime.pause(delay)) {
            work.run();
          }
        });
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Work in the background failed", e);
    }
  }
}
