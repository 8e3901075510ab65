package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The time of day, in UTC. */
@ApplicationScoped
public class MemberClock {

  @Produces
  Clock utc() {
    return Clock.systemUTC();
  }
}
