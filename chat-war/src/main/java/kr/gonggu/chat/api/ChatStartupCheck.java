package kr.gonggu.chat.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the schema is current. */
@Startup
@ApplicationScoped
public class ChatStartupCheck implements HealthCheck {

  @Inject ServiceRuntime runtime;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("chat").status(runtime.started()).build();
  }
}
