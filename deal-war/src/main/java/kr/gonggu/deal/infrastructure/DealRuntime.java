package kr.gonggu.deal.infrastructure;

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

/** The moving parts of the deal service. */
@ApplicationScoped
public class DealRuntime extends ServiceRuntime {

  @Resource(lookup = "jdbc/deal")
  DataSource dataSource;

  @PersistenceContext(unitName = "deal")
  EntityManager entityManager;

  @Inject Clock clock;

  @Inject
  @Channel("deal-events-out")
  @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 512)
  Emitter<String> events;

  @Override
  protected Parts parts() {
    return new Parts("deal", dataSource, entityManager, clock, events);
  }
}
