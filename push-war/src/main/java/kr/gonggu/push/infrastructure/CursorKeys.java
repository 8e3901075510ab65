package kr.gonggu.push.infrastructure;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import kr.gonggu.lib.http.CursorCodec;
import kr.gonggu.lib.persistence.Secrets;

/** The key of this service's cursors, from its schema: a cursor is good on every instance. */
@ApplicationScoped
public class CursorKeys {

  @Resource(lookup = "jdbc/push")
  DataSource dataSource;

  private volatile CursorCodec codec;

  /**
   * Makes and reads this service's cursors.
   *
   * @throws IllegalStateException when the database cannot be reached, the next time it may
   */
  @Produces
  public CursorCodec codec() {
    CursorCodec known = codec;
    if (known == null) {
      known = new CursorCodec(new Secrets(dataSource).get("cursor"));
      codec = known;
    }
    return known;
  }
}
