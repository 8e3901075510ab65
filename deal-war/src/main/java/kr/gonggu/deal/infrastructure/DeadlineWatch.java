package kr.gonggu.deal.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kr.gonggu.deal.application.ExpireDeal;
import kr.gonggu.deal.application.ListOverdueDeals;
import kr.gonggu.lib.trace.Trace;

/**
 * Marks deals whose deadline has passed. Runs on every instance; a deal is marked and told of by
 * the one that comes first.
 *
 * <p>Nothing depends on its punctuality: a deal cannot be joined from its deadline on and is shown
 * as expired, whether or not it is marked.
 */
@ApplicationScoped
public class DeadlineWatch {

  private static final Logger LOG = System.getLogger(DeadlineWatch.class.getName());
  private static final int SECONDS_BETWEEN = 2;
  private static final int BATCH = 100;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService scheduler;

  @Inject DealRuntime runtime;
  @Inject ListOverdueDeals listOverdueDeals;
  @Inject ExpireDeal expireDeal;

  private ScheduledFuture<?> watch;

  /** Begins to look; call it on a thread that carries the WAR's context. */
  public synchronized void start() {
    watch =
        scheduler.scheduleWithFixedDelay(
            this::look, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  /** Ends looking. */
  public synchronized void stop() {
    if (watch != null) {
      watch.cancel(false);
    }
  }

  private void look() {
    if (!runtime.started()) {
      return;
    }
    // A failure must not end the schedule: the next look finds the same deals.
    try (Trace.Scope scope = Trace.open(Trace.fresh())) {
      List<UUID> overdue;
      do {
        overdue = listOverdueDeals.list(BATCH);
        overdue.forEach(expireDeal::expire);
      } while (overdue.size() == BATCH);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Deadlines could not be looked at, next time again: {0}", e);
    }
  }
}
