package kr.gonggu.pay.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.http.Idempotency;
import kr.gonggu.lib.persistence.Secrets;

/** What ear/lib offers and this service's HTTP uses, with this service's schema behind it. */
@ApplicationScoped
public class PayHttpParts {

  @Resource(lookup = "jdbc/pay")
  DataSource dataSource;

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Inject PayRuntime runtime;
  @Inject Clock clock;

  @Produces
  @Singleton
  Idempotency idempotency() {
    return new Idempotency(runtime, entityManager, clock);
  }

  @Produces
  @Singleton
  CursorCodec cursorCodec() {
    return new CursorCodec(new Secrets(dataSource).get("cursor"));
  }
}
