package kr.gonggu.deal.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kr.gonggu.deal.application.AddUpViews;
import kr.gonggu.deal.application.ExpireDeal;
import kr.gonggu.deal.application.ForgetOldViews;
import kr.gonggu.deal.application.ListDealsWithNewViews;
import kr.gonggu.deal.application.ListOverdueDeals;
import kr.gonggu.lib.trace.Trace;

/**
 * Does what nobody asks for: marks deals whose deadline has passed, adds up looks, forgets old
 * ones. Runs on every instance; each piece of work is done by the one that comes first.
 *
 * <p>Nothing depends on its punctuality: a deal cannot be joined from its deadline on and is shown
 * as expired, whether or not it is marked.
 */
@ApplicationScoped
public class Caretaker {

  private static final Logger LOG = System.getLogger(Caretaker.class.getName());
  private static final int SECONDS_BETWEEN = 2;
  private static final int SECONDS_BETWEEN_CLEANING = 600;
  private static final int BATCH = 500;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService scheduler;

  @Inject DealRuntime runtime;
  @Inject ListOverdueDeals listOverdueDeals;
  @Inject ExpireDeal expireDeal;
  @Inject ListDealsWithNewViews listDealsWithNewViews;
  @Inject AddUpViews addUpViews;
  @Inject ForgetOldViews forgetOldViews;

  private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

  /** Begins the rounds; call it on a thread that carries the WAR's context. */
  public synchronized void start() {
    rounds.add(every(SECONDS_BETWEEN, this::markDeadlines));
    rounds.add(every(SECONDS_BETWEEN, this::addUpLooks));
    rounds.add(every(SECONDS_BETWEEN_CLEANING, forgetOldViews::forget));
  }

  /** Ends the rounds. */
  public synchronized void stop() {
    rounds.forEach(round -> round.cancel(false));
    rounds.clear();
  }

  private ScheduledFuture<?> every(int seconds, Runnable work) {
    return scheduler.scheduleWithFixedDelay(
        () -> {
          if (runtime.started()) {
            attempt(work);
          }
        },
        seconds,
        seconds,
        TimeUnit.SECONDS);
  }

  private void markDeadlines() {
    listOverdueDeals.list(BATCH).forEach(deal -> attempt(() -> expireDeal.expire(deal)));
  }

  private void addUpLooks() {
    listDealsWithNewViews.list(BATCH).forEach(deal -> attempt(() -> addUpViews.addUp(deal)));
  }

  /** A failure ends neither the rounds nor the work on other deals: the next round tries again. */
  private static void attempt(Runnable work) {
    try (Trace.Scope scope = Trace.open(Trace.fresh())) {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Failed, and tried again in the next round: {0}", e.toString());
    }
  }
}
