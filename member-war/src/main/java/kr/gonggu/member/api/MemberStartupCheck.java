package kr.gonggu.member.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the schema is current. */
@Startup
@ApplicationScoped
public class MemberStartupCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("member").status(runtime.started()).build();
  }
}
