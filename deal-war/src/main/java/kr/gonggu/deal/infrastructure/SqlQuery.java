package kr.gonggu.deal.infrastructure;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** A statement that is put together piece by piece, each piece with the values it needs. */
final class SqlQuery {

  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param piece SQL with a question mark per value; never holds what came from outside
   */
  SqlQuery add(String piece, Object... pieceValues) {
    text.append(piece).append('\n');
    Collections.addAll(values, pieceValues);
    return this;
  }

  /**
   * Runs it on the data source, in the transaction of the thread if it has one.
   *
   * @return the number of rows that were found
   */
  int update(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  <T> List<T> list(DataSource dataSource, Function<Row, T> reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection)) {
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.apply(new Row(rows)));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }
}
