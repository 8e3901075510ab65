package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, from their real archives. */
class LocalStackIT {

  private final Software software = new Software(TestStack.root());

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @Test
  void keepsDataOverARestartAndListensOnLoopbackOnly() throws Exception {
    Path data = folder.resolve("data");
    try (LocalStack stack = new LocalStack(software, data)) {
      stack.start();
      try (Connection connection = connect(stack);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE gonggu_probe");
        statement.execute("CREATE TABLE gonggu_probe.word (text VARCHAR(20))");
        statement.execute("INSERT INTO gonggu_probe.word VALUES ('쌀'), ('가지'), ('나물')");
      }
    }
    try (LocalStack again = new LocalStack(software, data)) {
      again.start();
      try (Connection connection = connect(again);
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT GROUP_CONCAT(text ORDER BY text), @@global.time_zone,"
                      + " @@bind_address FROM gonggu_probe.word")) {
        rows.next();
        assertThat(rows.getString(1)).as("Korean order").isEqualTo("가지,나물,쌀");
        assertThat(rows.getString(2)).isEqualTo("+00:00");
        assertThat(rows.getString(3)).isEqualTo("127.0.0.1");
      }
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("mysql-password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void kafkaComesBackOnItsPortAndACrashIsNoticed() {
    try (LocalStack stack = new LocalStack(software, folder.resolve("faults"))) {
      stack.start();
      int port = stack.kafka().port();
      stack.kafka().stop();
      assertThat(accepts(port)).isFalse();
      assertThat(stack.crash()).as("a stop that was asked for").isEmpty();
      stack.kafka().start();
      assertThat(accepts(port)).isTrue();

      ProcessHandle.of(stack.redis().pid().orElseThrow()).orElseThrow().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> assertThat(stack.crash().orElseThrow()).hasMessageContaining("redis"));
    }
  }

  @Test
  void childrenDoNotOutliveAnOwnerThatWasKilled() throws Exception {
    Process owner =
        new ProcessBuilder(
                Software.java(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                TestStack.root().toString(),
                folder.resolve("orphans").toString())
            .redirectErrorStream(true)
            .start();
    ProcessHandle child =
        ProcessHandle.of(Long.parseLong(owner.inputReader().readLine())).orElseThrow();
    assertThat(child.isAlive()).isTrue();

    owner.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
    assertThat(Children.endOrphans(folder.resolve("orphans"))).as("nothing is left").isZero();
  }

  /** Starts a server, says its process id and stays. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      LocalStack stack = new LocalStack(new Software(Path.of(arguments[0])), Path.of(arguments[1]));
      stack.redis().start();
      System.out.println(stack.redis().pid().orElseThrow());
      System.in.read();
    }
  }

  private static Connection connect(LocalStack stack) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mysql://127.0.0.1:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            .formatted(stack.mysql().port()),
        MysqlServer.USER,
        stack.mysql().password());
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
