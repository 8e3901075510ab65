package kr.gonggu.member.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.member.domain.AccessTokens;
import kr.gonggu.member.domain.Sessions;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: the schema is current, the database answers, there is a key to sign with, and sessions
 * were in reach at least once. When Redis goes later the service stays ready, since profiles and
 * keys are served without it and every instance would be in the same state; the answer says so.
 */
@Readiness
@ApplicationScoped
public class MemberReadinessCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;
  @Inject Sessions sessions;
  @Inject AccessTokens accessTokens;

  private volatile boolean reachedSessions;

  @Override
  public HealthCheckResponse call() {
    boolean reachable = sessions.reachable();
    reachedSessions |= reachable;
    Optional<String> waitingFor =
        runtime
            .waitingFor()
            .or(() -> reachedSessions ? Optional.empty() : Optional.of("redis"))
            .or(() -> accessTokens.ready() ? Optional.empty() : Optional.of("signing key"));
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("member");
    waitingFor.ifPresent(what -> answer.withData("waitingFor", what));
    if (reachedSessions && !reachable) {
      answer.withData("without", "redis");
    }
    return answer.status(waitingFor.isEmpty()).build();
  }
}
