package kr.gonggu.lib.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings one service's schema to the version its WAR carries. */
public final class SchemaMigration {

  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  private final String service;
  private final DataSource dataSource;
  private final ClassLoader migrations;

  /**
   * @param service name of the service; its scripts lie in {@code db/migration/<service>}
   * @param dataSource its schema
   * @param migrations class loader of the WAR
   */
  public SchemaMigration(String service, DataSource dataSource, ClassLoader migrations) {
    this.service = service;
    this.dataSource = dataSource;
    this.migrations = migrations;
  }

  /**
   * Applies what is missing. Several instances may start at once: Flyway's lock lets one work.
   *
   * @throws SQLException when the database cannot be reached
   * @throws org.flywaydb.core.api.FlywayException when a script fails
   */
  public void migrate() throws SQLException {
    pinCharacterSet();
    int applied =
        Flyway.configure(migrations)
            .dataSource(dataSource)
            .locations("classpath:db/migration/" + service)
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.log(Level.INFO, "Schema of {0} is current ({1} migrations applied)", service, applied);
  }

  /** The server's defaults are the operator's; Korean text must not depend on them. */
  private void pinCharacterSet() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci");
    }
  }
}
