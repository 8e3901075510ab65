package kr.gonggu.pay.infrastructure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;

/** Starts and stops pay with its WAR. */
@WebListener
public class PayLifecycle extends ServiceLifecycle {

  @Inject PayRuntime runtime;
  @Inject BankReconciler reconciler;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void started() {
    reconciler.start();
  }

  @Override
  protected void stopping() {
    reconciler.stop();
  }
}
