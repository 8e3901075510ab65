package kr.gonggu.chat.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kr.gonggu.chat.domain.Background;

/** The server's threads, with the service's context whoever asks. */
@ApplicationScoped
public class ManagedBackground implements Background {

  private static final Logger LOG = System.getLogger(ManagedBackground.class.getName());

  @Inject ChatRuntime runtime;
  @Resource ManagedScheduledExecutorService scheduler;

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
    try {
      // Its result is nobody's business: failures are logged where the work runs.
      ScheduledFuture<?> unused =
          scheduler.schedule(() -> run(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "The server stops; work is dropped");
    }
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Work in the background failed", e);
    }
  }
}
