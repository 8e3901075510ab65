package kr.gonggu.deal.infrastructure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;

/** Starts and stops the deal service with its WAR. */
@WebListener
public class DealLifecycle extends ServiceLifecycle {

  @Inject DealRuntime runtime;
  @Inject Caretaker caretaker;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void started() {
    caretaker.start();
  }

  @Override
  protected void stopping() {
    caretaker.stop();
  }
}
