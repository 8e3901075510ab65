package kr.gonggu.member.infrastructure;

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

/** The moving parts of the member service. */
@ApplicationScoped
public class MemberRuntime extends ServiceRuntime {

  @Resource(lookup = "jdbc/member")
  DataSource dataSource;

  @PersistenceContext(unitName = "member")
  EntityManager entityManager;

  @Inject Clock clock;

  @Inject
  @Channel("member-events-out")
  @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 512)
  Emitter<String> events;

  @Override
  protected Parts parts() {
    return new Parts("member", dataSource, entityManager, clock, events);
  }
}
