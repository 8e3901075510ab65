package kr.gonggu.chat.infrastructure;

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

/** The moving parts of the chat service. */
@ApplicationScoped
public class ChatRuntime extends ServiceRuntime {

  @Resource(lookup = "jdbc/chat")
  DataSource dataSource;

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Inject Clock clock;

  @Inject
  @Channel("chat-events-out")
  @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 512)
  Emitter<String> events;

  @Override
  protected Parts parts() {
    return new Parts("chat", dataSource, entityManager, clock, events);
  }
}
