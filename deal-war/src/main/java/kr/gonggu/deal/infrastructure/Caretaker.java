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
import kr.gonggu.deal.application.ExpireDeal;
import kr.gonggu.deal.application.ForgetOldViews;
import kr.gonggu.deal.application.ListDealsToRemind;
import kr.gonggu.deal.application.ListOverdueDeals;
import kr.gonggu.deal.application.RemindOfDeadline;
import kr.gonggu.deal.application.RemoveOrphanPictures;
import kr.gonggu.lib.trace.Trace;

/**
 * Does what nobody asks for: reminds of deadlines and marks those that have passed, writes looks,
 * forgets old ones, removes pictures that no deal shows. Runs on every instance; each piece of work
 * is done by the one that comes first.
 *
 * <p>Nothing depends on its punctuality: a deal cannot be joined from its deadline on and is shown
 * as expired, whether or not it is marked.
 */
@ApplicationScoped
public class Caretaker {

  private static final Logger LOG = System.getLogger(Caretaker.class.getName());
  private static final int SECONDS_BETWEEN = 2;
  private static final int SECONDS_BETWEEN_LOOKS = 1;
  private static final int SECONDS_BETWEEN_CLEANING = 600;
  private static final int BATCH = 500;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService scheduler;

  @Inject DealRuntime runtime;
  @Inject ListOverdueDeals listOverdueDeals;
  @Inject ExpireDeal expireDeal;
  @Inject ListDealsToRemind listDealsToRemind;
  @Inject RemindOfDeadline remindOfDeadline;
  @Inject BatchedDealViews views;
  @Inject ForgetOldViews forgetOldViews;
  @Inject RemoveOrphanPictures removeOrphanPictures;

  private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

  /** Begins the rounds; call it on a thread that carries the WAR's context. */
  public synchronized void start() {
    rounds.add(every(SECONDS_BETWEEN, this::markDeadlines));
    rounds.add(every(SECONDS_BETWEEN_LOOKS, views::write));
    rounds.add(every(SECONDS_BETWEEN_CLEANING, forgetOldViews::forget));
    rounds.add(every(SECONDS_BETWEEN_CLEANING, this::removePictures));
  }

  /** Ends the rounds; looks that were collected so far are kept. */
  public synchronized void stop() {
    rounds.forEach(round -> round.cancel(false));
    rounds.clear();
    if (runtime.started()) {
      attempt(views::write);
    }
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
    listDealsToRemind.list(BATCH).forEach(deal -> attempt(() -> remindOfDeadline.remind(deal)));
  }

  private void removePictures() {
    removeOrphanPictures
        .list(BATCH)
        .forEach(picture -> attempt(() -> removeOrphanPictures.remove(picture)));
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
