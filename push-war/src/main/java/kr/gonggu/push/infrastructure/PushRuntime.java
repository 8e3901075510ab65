package kr.gonggu.push.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;
import kr.gonggu.lib.service.ServiceRuntime;

/** Push's schema, inbox and threads; it tells no events. */
@ApplicationScoped
public class PushRuntime extends ServiceRuntime {

  @Resource(lookup = "jdbc/push")
  DataSource dataSource;

  @PersistenceContext(unitName = "push")
  EntityManager entityManager;

  @Inject Clock clock;

  @Override
  protected Parts parts() {
    return new Parts("push", dataSource, entityManager, clock, null);
  }
}
