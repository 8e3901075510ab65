package kr.gonggu.chat.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kr.gonggu.chat.domain.Background;

/** The server's threads, with the service's context whoever asks. */
@ApplicationScoped
public class ManagedBackground implements Background {

  private static final Logger LOG = System.getLogger(ManagedBackground.class.getName());

  private final Set<Later> later = ConcurrentHashMap.newKeySet();

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
    Later waiting = new Later(work);
    later.add(waiting);
    try {
      waiting.turn = scheduler.schedule(waiting, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException | IllegalStateException e) {
      later.remove(waiting);
      LOG.log(Level.DEBUG, "The server stops; work is dropped");
    }
  }

  /** Drops what waits: a server that still found it would complain that its WAR is gone. */
  void stop() {
    later.forEach(Later::drop);
  }

  /** Work that waits for its time. */
  private final class Later implements Runnable {
    private final Runnable work;
    private volatile ScheduledFuture<?> turn;

    Later(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      later.remove(this);
      ManagedBackground.this.run(work);
    }

    void drop() {
      ScheduledFuture<?> scheduled = turn;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
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
