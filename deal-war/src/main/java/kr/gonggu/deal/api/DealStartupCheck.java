package kr.gonggu.deal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started once the schema is current, and from then on. */
@Startup
@ApplicationScoped
public class DealStartupCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("deal").status(runtime.started()).build();
  }
}
