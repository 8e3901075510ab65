package kr.gonggu.pay.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the schema is current and the database answers. Kafka may be away: the outbox waits. */
@Readiness
@ApplicationScoped
public class PayReadinessCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;

  @Override
  public HealthCheckResponse call() {
    Optional<String> waitingFor = runtime.waitingFor();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("pay");
    waitingFor.ifPresent(what -> answer.withData("waitingFor", what));
    return answer.status(waitingFor.isEmpty()).build();
  }
}
