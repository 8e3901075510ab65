package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The time. */
@ApplicationScoped
public class PushClock {

  /** UTC, of this machine. */
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
