package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The service's clock. */
@ApplicationScoped
public class ChatClock {

  @Produces
  Clock utc() {
    return Clock.systemUTC();
  }
}
