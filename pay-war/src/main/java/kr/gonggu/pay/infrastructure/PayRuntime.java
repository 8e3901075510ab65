package kr.gonggu.pay.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The moving parts of pay. */
@ApplicationScoped
public class PayRuntime extends ServiceRuntime {

  @Resource(lookup = "jdbc/pay")
  DataSource dataSource;

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Inject Clock clock;

  @Inject
  @Channel("pay-events-out")
  @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 512)
  Emitter<String> events;

  @Override
  protected Parts parts() {
    return new Parts("pay", dataSource, entityManager, clock, events);
  }
}
