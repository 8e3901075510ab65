package kr.gonggu.pay.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kr.gonggu.pay.application.ReconcileBankOrders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks for overdue bank orders from time to time, on every instance. */
@ApplicationScoped
public class BankReconciler {

  private static final Logger LOG = System.getLogger(BankReconciler.class.getName());

  @Resource ManagedScheduledExecutorService scheduler;
  @Inject PayRuntime runtime;
  @Inject ReconcileBankOrders reconcileBankOrders;

  @Inject
  @ConfigProperty(name = "gonggu.pay.bank.reconcile", defaultValue = "PT2S")
  Duration every;

  private ScheduledFuture<?> task;

  /** Begins; call it on a thread that carries the WAR's context. */
  public synchronized void start() {
    task =
        scheduler.scheduleWithFixedDelay(
            this::reconcile, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Begins no further look. */
  public synchronized void stop() {
    if (task != null) {
      task.cancel(false);
    }
  }

  private void reconcile() {
    if (!runtime.started()) {
      return;
    }
    try {
      reconcileBankOrders.reconcile();
    } catch (RuntimeException e) {
      // Thrown further it would end the schedule; what is due now is due the next time as well.
      LOG.log(Level.WARNING, "Bank orders wait for the next look: {0}", e.toString());
    }
  }
}
