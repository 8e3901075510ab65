package kr.gonggu.chat.infrastructure;

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
import kr.gonggu.lib.image.ImageCodec;
import kr.gonggu.lib.image.ImageStore;
import kr.gonggu.lib.persistence.Secrets;

/** What ear/lib offers, upon this service's schema. Each is made at its first use. */
@ApplicationScoped
public class SharedParts {

  @Resource(lookup = "jdbc/chat")
  DataSource dataSource;

  @PersistenceContext(unitName = "chat")
  EntityManager entityManager;

  @Inject Clock clock;

  @Produces
  @Singleton
  CursorCodec cursorCodec() {
    return new CursorCodec(new Secrets(dataSource).get("cursor"));
  }

  @Produces
  @Singleton
  ImageCodec imageCodec() {
    return new ImageCodec();
  }

  @Produces
  @Singleton
  ImageStore imageStore() {
    return new ImageStore(entityManager, clock);
  }
}
