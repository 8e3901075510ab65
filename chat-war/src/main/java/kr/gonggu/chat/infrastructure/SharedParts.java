package kr.gonggu.chat.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.persistence.Secrets;

/** What ear/lib offers, upon this service's schema. Made at its first use. */
@ApplicationScoped
public class SharedParts {

  @Resource(lookup = "jdbc/chat")
  DataSource dataSource;

  @Produces
  @Singleton
  CursorCodec cursorCodec() {
    return new CursorCodec(new Secrets(dataSource).get("cursor"));
  }
}
