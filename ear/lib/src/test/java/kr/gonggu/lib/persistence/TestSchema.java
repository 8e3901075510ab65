package kr.gonggu.lib.persistence;

import static org.awaitility.Awaitility.await;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import kr.gonggu.localstack.TestStack;

/**
 * A schema of a test's own on the build's MySQL, connected to as the services are: UTC, READ
 * COMMITTED.
 */
public final class TestSchema {

  private final MysqlDataSource dataSource = new MysqlDataSource();

  private TestSchema() {
    TestStack stack = TestStack.get();
    dataSource.setUrl(
        stack.jdbcUrl("gonggu_" + TestStack.newName() + "_lib")
            + "&createDatabaseIfNotExist=true&sessionVariables=transaction_isolation='READ-COMMITTED'");
    dataSource.setUser(stack.mysqlUser());
    dataSource.setPassword(stack.mysqlPassword());
  }

  /** A schema in which nothing is yet. */
  public static TestSchema empty() {
    return new TestSchema();
  }

  /** A schema with the tables that ear/lib works on. */
  public static TestSchema withTables() {
    TestSchema schema = new TestSchema();
    for (String table : tables().replaceAll("(?m)^--.*$", "").split(";", -1)) {
      if (!table.isBlank()) {
        schema.execute(table);
      }
    }
    return schema;
  }

  /** The script of the tables that ear/lib works on. */
  public static String tables() {
    try (InputStream script = TestSchema.class.getResourceAsStream("/kr/gonggu/lib/tables.sql")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives connections to the schema. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Runs a statement in a transaction of its own. */
  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row of what is committed. */
  public String value(String query) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows of a table are committed. */
  public long count(String table) {
    return Long.parseLong(value("SELECT COUNT(*) FROM " + table));
  }

  /**
   * Waits until a statement runs that takes its time, because another transaction has what it
   * wants.
   *
   * @param beginning of its text
   */
  public void awaitBlocked(String beginning) {
    await()
        .until(
            () ->
                !value(
                        "SELECT COUNT(*) FROM information_schema.processlist"
                            + " WHERE db = DATABASE() AND info LIKE '"
                            + beginning
                            + "%'")
                    .equals("0"));
  }
}
