package kr.gonggu.lib.persistence;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Random keys of one service, made at first use and the same for all its instances. */
public final class Secrets {

  private static final int BYTES = 32;

  private final DataSource dataSource;

  /**
   * @param dataSource a schema with the table {@code secret}
   */
  public Secrets(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The key of a name: 256 random bits.
   *
   * @throws IllegalStateException when the database cannot be reached
   */
  public byte[] get(String name) {
    try (Connection connection = dataSource.getConnection()) {
      byte[] known = find(connection, name);
      if (known != null) {
        return known;
      }
      byte[] fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT IGNORE INTO secret (name, value) VALUES (?, ?)")) {
        insert.setString(1, name);
        insert.setBytes(2, fresh);
        insert.executeUpdate();
      }
      // Another instance may have been first.
      return find(connection, name);
    } catch (SQLException e) {
      throw new IllegalStateException("The secret " + name + " cannot be read", e);
    }
  }

  private static byte[] find(Connection connection, String name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT value FROM secret WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : null;
      }
    }
  }
}
