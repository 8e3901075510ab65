package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import kr.gonggu.pay.domain.BankPatience;
import kr.gonggu.pay.domain.RemittanceLimits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the operator sets, and the clock. */
@ApplicationScoped
public class PaySettings {

  @Inject
  @ConfigProperty(name = "gonggu.pay.remittance.most", defaultValue = "2000000")
  long mostPerTransfer;

  @Inject
  @ConfigProperty(name = "gonggu.pay.remittance.daily", defaultValue = "10000000")
  long mostPerDay;

  @Inject
  @ConfigProperty(name = "gonggu.pay.zone", defaultValue = "Asia/Seoul")
  ZoneId zone;

  @Inject
  @ConfigProperty(name = "gonggu.pay.bank.timeout", defaultValue = "PT3S")
  Duration bankTimeout;

  @Inject
  @ConfigProperty(name = "gonggu.pay.bank.retry", defaultValue = "PT5S")
  Duration bankRetry;

  @Produces
  @Singleton
  BankPatience bankPatience() {
    return new BankPatience(bankTimeout, bankRetry);
  }

  @Produces
  @Singleton
  RemittanceLimits remittanceLimits() {
    return new RemittanceLimits(mostPerTransfer, mostPerDay, zone);
  }

  /** UTC, in the microseconds that the database keeps: what is told is what can be read later. */
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
