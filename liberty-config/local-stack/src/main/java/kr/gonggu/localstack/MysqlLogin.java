package kr.gonggu.localstack;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A connection to MySQL. */
final class MysqlLogin {

  private MysqlLogin() {}

  /**
   * Opens a connection with the driver itself: {@link java.sql.DriverManager} looks for drivers
   * once, and inside Maven's JVM that may have been before this class path was there.
   */
  static Connection connect(String url, String user, String password) throws SQLException {
    Properties account = new Properties();
    account.setProperty("user", user);
    account.setProperty("password", password);
    return new Driver().connect(url, account);
  }
}
