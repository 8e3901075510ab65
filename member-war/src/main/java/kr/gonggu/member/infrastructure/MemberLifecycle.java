package kr.gonggu.member.infrastructure;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import kr.gonggu.lib.service.ServiceLifecycle;
import kr.gonggu.lib.service.ServiceRuntime;

/** Starts and stops the member service with its WAR. */
@WebListener
public class MemberLifecycle extends ServiceLifecycle {

  @Inject MemberRuntime runtime;
  @Inject KeyRing keyRing;

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  /** Every service verifies with the published keys, so they are there before anybody signs in. */
  @Override
  protected void started() {
    keyRing.open();
  }
}
