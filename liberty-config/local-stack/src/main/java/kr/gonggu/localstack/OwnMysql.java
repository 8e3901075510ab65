package kr.gonggu.localstack;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A MySQL that the operator runs.
 *
 * @param host name or address
 * @param port its port
 * @param user account of the services
 * @param password of the account
 */
record OwnMysql(String host, int port, String user, String password) {

  private static final int LEAST_VERSION = 8;
  private static final int NO_SUCH_RIGHT = 1044;

  /**
   * Looks whether the services can work with it.
   *
   * @param schemaPrefix how the services' schemas begin
   * @throws StackException when they cannot
   */
  void check(String schemaPrefix) {
    String url =
        "jdbc:mysql://%s:%d/?sslMode=PREFERRED&allowPublicKeyRetrieval=true&connectTimeout=5000&socketTimeout=10000"
            .formatted(host, port);
    try (Connection connection = MysqlLogin.connect(url, user, password)) {
      checkVersion(connection.getMetaData());
      try (Statement statement = connection.createStatement()) {
        statement.execute("create database if not exists `" + schemaPrefix + "member`");
      }
    } catch (SQLException e) {
      throw new StackException(sentence(e, schemaPrefix), e);
    }
  }

  private void checkVersion(DatabaseMetaData server) throws SQLException {
    String version = server.getDatabaseProductVersion();
    if (version.contains("MariaDB") || server.getDatabaseMajorVersion() < LEAST_VERSION) {
      throw new StackException(
          "The database at %s:%d is %s: MySQL 8.0 or newer is needed, since the search uses its ngram parser."
              .formatted(host, port, version));
    }
  }

  private String sentence(SQLException e, String schemaPrefix) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return "MySQL at %s:%d does not let user %s in: check user and password."
          .formatted(host, port, user);
    }
    if (e.getErrorCode() == NO_SUCH_RIGHT) {
      return "User %s may not create schemas on MySQL at %s:%d: grant it all rights on `%s%%`."
          .formatted(user, host, port, schemaPrefix.replace("_", "\\_"));
    }
    if (state.startsWith("08")) {
      return "MySQL does not answer at %s:%d: start it there, or leave the option out and one is started for you."
          .formatted(host, port);
    }
    return "MySQL at %s:%d cannot be used: %s".formatted(host, port, e.getMessage());
  }

  /** Where the services find it. */
  Map<String, String> environment() {
    return Map.of(
        "GONGGU_MYSQL_HOST",
        host,
        "GONGGU_MYSQL_PORT",
        Integer.toString(port),
        "GONGGU_MYSQL_USER",
        user,
        "GONGGU_MYSQL_PASSWORD",
        password);
  }
}
