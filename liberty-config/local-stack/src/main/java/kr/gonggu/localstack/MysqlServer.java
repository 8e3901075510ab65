package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MySQL 8 in the data folder, with a password that is made at first start. */
public final class MysqlServer implements StackServer {

  /** The services' own account; it may do everything in schemas that begin with gonggu_. */
  public static final String USER = "gonggu";

  private static final int BUFFER_POOL_MIB = 128;

  private final Software software;
  private final Children children;
  private final Path data;
  private final int port;
  private volatile ChildProcess process;
  private volatile String waitingFor = "";

  MysqlServer(Software software, Children children, Path data, int port) {
    this.software = software;
    this.children = children;
    this.data = data;
    this.port = port;
  }

  @Override
  public String name() {
    return "mysql";
  }

  @Override
  public int port() {
    return port;
  }

  /** Password of {@link #USER}, which lies in the data folder readable by its owner only. */
  public String password() {
    return secret("mysql-password");
  }

  @Override
  public void start() {
    stop();
    waitingFor = "MySQL's libraries";
    Map<String, String> libraries = software.libraries();
    Path files = data.resolve("mysql");
    if (!Files.isDirectory(files)) {
      waitingFor = "MySQL's first files";
      initialise(files, libraries);
    }
    waitingFor = "MySQL to answer";
    List<String> command = command(files);
    command.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + socket(),
            "--skip-name-resolve",
            "--mysqlx=OFF",
            "--pid-file=" + data.resolve("mysqld.pid"),
            "--init-file=" + accounts(),
            "--default-time-zone=+00:00",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_0900_ai_ci",
            "--innodb-buffer-pool-size=" + BUFFER_POOL_MIB + "M",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-redo-log-capacity=128M",
            // On a few cores the threads that purge and write the log cost more in switches and
            // spinning than they take off the sessions.
            "--innodb-purge-threads=1",
            "--innodb-log-writer-threads=OFF",
            "--innodb-print-all-deadlocks=ON",
            "--disable-log-bin",
            "--performance-schema=OFF",
            "--ngram-token-size=2",
            "--max-connections=400",
            "--log-error-verbosity=2"));
    process = children.start(name(), command, libraries);
    process.awaitReady(Duration.ofSeconds(90), this::answers, this::waitingFor);
    waitingFor = "";
  }

  /** Made under another name and moved when complete: a start that was cut off leaves nothing. */
  private void initialise(Path files, Map<String, String> libraries) {
    Path part = data.resolve("mysql.part");
    Folders.delete(part);
    List<String> command = command(part);
    command.add("--initialize-insecure");
    children.start("mysql-init", command, libraries).awaitSuccess(Duration.ofMinutes(3));
    try {
      Files.move(part, files, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command(Path files) {
    List<String> command = new ArrayList<>();
    command.add(software.mysqld().toString());
    command.add("--no-defaults");
    command.add("--basedir=" + software.mysqlHome());
    command.add("--datadir=" + files);
    command.add("--lc-messages-dir=" + software.mysqlHome().resolve("share"));
    if (Software.root()) {
      command.add("--user=root");
    }
    return command;
  }

  /** Sets both passwords at every start, so that data and secret cannot drift apart. */
  private Path accounts() {
    Path file = data.resolve("mysql-accounts.sql");
    SecretFile.write(
        file,
        """
        ALTER USER 'root'@'localhost' IDENTIFIED BY '%s';
        CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s';
        ALTER USER '%s'@'%%' IDENTIFIED BY '%s';
        GRANT ALL ON `gonggu\\_%%`.* TO '%s'@'%%';
        """
            .formatted(secret("mysql-root-password"), USER, password(), USER, password(), USER));
    return file;
  }

  /** A socket's path may be 107 bytes long at most (unix(7)), and a data folder's may be longer. */
  private Path socket() {
    Path inData = data.resolve("mysql.sock");
    return inData.toString().length() < 100
        ? inData
        : Path.of(System.getProperty("java.io.tmpdir"), "gonggu-mysql-" + port + ".sock");
  }

  private boolean answers() {
    String url =
        "jdbc:mysql://127.0.0.1:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=2000&socketTimeout=5000"
            .formatted(port);
    try (Connection connection = MysqlLogin.connect(url, USER, password())) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private String secret(String name) {
    return SecretFile.text(data.resolve(name));
  }

  @Override
  public void stop() {
    ChildProcess running = process;
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public String waitingFor() {
    return waitingFor;
  }

  @Override
  public Optional<Long> pid() {
    return Optional.ofNullable(process).filter(ChildProcess::alive).map(ChildProcess::pid);
  }
}
