package kr.gonggu.deal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the schema is current and the database answers; says what it waits for. */
@Readiness
@ApplicationScoped
public class DealReadinessCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;

  @Override
  public HealthCheckResponse call() {
    Optional<String> waitingFor = runtime.waitingFor();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("deal");
    waitingFor.ifPresent(what -> response.withData("waitingFor", what));
    return response.status(waitingFor.isEmpty()).build();
  }
}
