package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.gonggu.push.domain.Background;
import kr.gonggu.push.domain.Delivery;
import kr.gonggu.push.domain.PushService;

/**
 * Carries what is queued to the push services, from every instance at once: the queue is a table,
 * and each instance claims its part. A push service that takes its time holds up {@value #WINDOW}
 * others at most, and for no longer than it may take to answer.
 */
@ApplicationScoped
public class Courier {

  private static final Logger LOG = System.getLogger(Courier.class.getName());

  private static final int WINDOW = 64;

  /** How soon is seen what became due, or what another instance left behind. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Semaphore places = new Semaphore(WINDOW);
  private final Semaphore woken = new Semaphore(0);
  private volatile boolean running = true;

  @Inject SettleDeliveries settleDeliveries;
  @Inject PushService pushService;
  @Inject Background background;
  @Inject Clock clock;

  /** Something was queued. Never blocks. */
  public void wake() {
    if (woken.availablePermits() == 0) {
      woken.release();
    }
  }

  /** Ends {@link #work()} soon; what is under way is claimed again by whoever is left. */
  public void stop() {
    running = false;
    woken.release();
  }

  /** Delivers until {@link #stop()}; wants a thread of its own that carries the context. */
  public void work() {
    while (running) {
      try {
        if (!round()) {
          boolean early = woken.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS);
          LOG.log(Level.TRACE, "Nothing to deliver, woken: {0}", early);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Delivery pauses and tries again: {0}", e.toString());
        pause();
      }
    }
  }

  /** Whether there may be more. */
  private boolean round() throws InterruptedException {
    if (!places.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    int free = 1 + places.drainPermits();
    woken.drainPermits();
    int taken = 0;
    try {
      SettleDeliveries.Claimed claimed = settleDeliveries.claim(free);
      taken = claimed.toSend().size();
      claimed.toSend().forEach(this::send);
      return claimed.due() == free;
    } finally {
      places.release(free - taken);
    }
  }

  private void send(Delivery delivery) {
    handedOver(delivery)
        .whenComplete(
            (outcome, failure) -> {
              places.release();
              // What is not written down is due again when the claim lapses.
              background.run(
                  () ->
                      settleDeliveries.settle(
                          delivery,
                          failure == null
                              ? outcome
                              : new PushService.Later(null, failure.getClass().getSimpleName())));
            });
  }

  private CompletionStage<PushService.Outcome> handedOver(Delivery delivery) {
    try {
      return pushService.send(delivery, clock.instant());
    } catch (RuntimeException e) {
      // One that cannot even be written must not stop the others.
      LOG.log(Level.ERROR, "A push could not be made", e);
      return CompletableFuture.failedFuture(e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(IDLE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
