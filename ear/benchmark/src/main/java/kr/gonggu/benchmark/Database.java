package kr.gonggu.benchmark;

import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The market's database, found by the data folder: only to fill an empty market, and to look
 * whether what was promised is what was stored.
 */
final class Database implements AutoCloseable {

  private final Connection connection;
  private final String prefix;

  private Database(Connection connection, String prefix) {
    this.connection = connection;
    this.prefix = prefix;
  }

  /**
   * @param data the data folder with which the market runs
   * @param environment names a MySQL that the operator runs, as for the run command
   * @throws BenchmarkException when it cannot be reached
   */
  static Database of(Path data, Map<String, String> environment) {
    try {
      Optional<String> host = Optional.ofNullable(environment.get("GONGGU_MYSQL_HOST"));
      String port =
          host.isPresent() ? environment.getOrDefault("GONGGU_MYSQL_PORT", "3306") : port(data);
      Properties account = new Properties();
      account.setProperty("user", environment.getOrDefault("GONGGU_MYSQL_USER", "gonggu"));
      account.setProperty(
          "password",
          host.isPresent()
              ? environment.getOrDefault("GONGGU_MYSQL_PASSWORD", "")
              : Files.readString(data.resolve("mysql-password")));
      String url =
          "jdbc:mysql://%s:%s/?sslMode=PREFERRED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC&rewriteBatchedStatements=true&connectTimeout=5000"
              .formatted(host.orElse("127.0.0.1"), port);
      // DriverManager looks for drivers once, and inside Maven's JVM that may have been before.
      return new Database(
          new Driver().connect(url, account),
          environment.getOrDefault("GONGGU_MYSQL_SCHEMA_PREFIX", "gonggu_"));
    } catch (IOException | SQLException e) {
      throw new BenchmarkException(
          "The market's database cannot be reached by the data folder %s: start a market with `mvn -Prun -Ddata=%s` first."
              .formatted(data, data),
          e);
    }
  }

  private static String port(Path data) throws IOException {
    Properties ports = new Properties();
    try (Reader file = Files.newBufferedReader(data.resolve("ports.properties"))) {
      ports.load(file);
    }
    return ports.getProperty("mysql");
  }

  /** Statements of a batch fill their rows with this. */
  interface Rows {

    /**
     * Sets the parameters of one row.
     *
     * @param row counted from 0
     */
    void set(PreparedStatement statement, int row) throws SQLException;
  }

  /**
   * Inserts rows in one transaction.
   *
   * @param sql with {@code {}} before each schema's own name
   */
  void insert(String sql, int rows, Rows values) {
    try (PreparedStatement statement = connection.prepareStatement(sql.replace("{}", prefix))) {
      connection.setAutoCommit(false);
      for (int row = 0; row < rows; row++) {
        values.set(statement, row);
        statement.addBatch();
        if (row % 500 == 499) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The first column of the first row. */
  long count(String sql, Object... parameters) {
    long[] count = new long[1];
    each(sql, row -> count[0] = row.getLong(1), parameters);
    return count[0];
  }

  /** What is done with a row. */
  interface Row {

    /** Reads the row at which the result stands. */
    void read(ResultSet row) throws SQLException;
  }

  /** Reads rows one after the other. */
  void each(String sql, Row reader, Object... parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql.replace("{}", prefix))) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i].toString());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static BenchmarkException failure(SQLException e) {
    return new BenchmarkException("The market's database refuses: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }
}
