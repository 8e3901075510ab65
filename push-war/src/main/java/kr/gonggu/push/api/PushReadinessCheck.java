package kr.gonggu.push.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.domain.Peers;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the schema is current and the database answers. Without Redis the inbox is complete and
 * streams are only slower, so the service stays ready and says what it does without.
 */
@Readiness
@ApplicationScoped
public class PushReadinessCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;
  @Inject Peers peers;

  @Override
  public HealthCheckResponse call() {
    Optional<String> waitingFor = runtime.waitingFor();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("push");
    waitingFor.ifPresent(what -> answer.withData("waitingFor", what));
    if (!peers.reachable()) {
      answer.withData("without", "redis");
    }
    return answer.status(waitingFor.isEmpty()).build();
  }
}
