package kr.gonggu.chat.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kr.gonggu.chat.domain.Peers;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the schema is current and the database answers; at first Redis must have answered too.
 * When Redis goes later the service stays ready, since members on one instance still see each
 * other's words and taking every instance out would end that; the answer says so.
 */
@Readiness
@ApplicationScoped
public class ChatReadinessCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;
  @Inject Peers peers;

  private volatile boolean reachedPeers;

  @Override
  public HealthCheckResponse call() {
    boolean reachable = peers.reachable();
    reachedPeers |= reachable;
    Optional<String> waitingFor =
        runtime.waitingFor().or(() -> reachedPeers ? Optional.empty() : Optional.of("redis"));
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("chat");
    waitingFor.ifPresent(what -> answer.withData("waitingFor", what));
    if (reachedPeers && !reachable) {
      answer.withData("without", "redis");
    }
    return answer.status(waitingFor.isEmpty()).build();
  }
}
