package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, in a folder whose name is as unusual as a user's may be. */
class LocalStackIT {

  @TempDir private static Path temporary;
  private static Path data;
  private static LocalStack stack;

  @BeforeAll
  static void start() {
    data = temporary.resolve("우리 동네");
    stack = new LocalStack(new Software(TestStack.root()), data);
    stack.start();
  }

  @AfterAll
  static void end() {
    stack.close();
  }

  private static Connection login(LocalStack to, String user, String password) throws SQLException {
    return MysqlLogin.connect(
        "jdbc:mysql://127.0.0.1:%d/?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            .formatted(to.mysql().port()),
        user,
        password);
  }

  private static Connection login(LocalStack to) throws SQLException {
    return login(to, MysqlServer.USER, to.mysql().password());
  }

  private static List<String> query(LocalStack from, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = login(from);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void update(LocalStack in, String... statements) throws SQLException {
    try (Connection connection = login(in);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private static String redis(LocalStack at, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.redis().port())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      byte[] answer = new byte[200];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, length, StandardCharsets.UTF_8).strip();
    }
  }

  private static void produce(LocalStack to, String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(clients(to), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> consume(LocalStack from, String topic, int count) {
    Properties settings = clients(from);
    settings.setProperty("group.id", topic + "-readers");
    settings.setProperty("auto.offset.reset", "earliest");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      Await.until(
          () -> {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
              values.add(record.value());
            }
            return values.size() >= count;
          });
    }
    return values;
  }

  private static Properties clients(LocalStack of) {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", "127.0.0.1:" + of.kafka().port());
    return settings;
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  @Test
  void mysqlIsSetUpForMoneyAndForKorean() throws SQLException {
    assertThat(query(stack, "select @@innodb_flush_log_at_trx_commit")).containsExactly("1");
    assertThat(query(stack, "select @@global.time_zone")).containsExactly("+00:00");
    assertThat(query(stack, "select @@character_set_server")).containsExactly("utf8mb4");
    assertThat(query(stack, "select @@log_bin")).containsExactly("0");
    update(
        stack,
        "create schema gonggu_korean",
        "create table gonggu_korean.word (text varchar(20))",
        "insert into gonggu_korean.word values ('다'), ('가'), ('나'), ('😀')");
    assertThat(query(stack, "select text from gonggu_korean.word order by text"))
        .containsExactly("😀", "가", "나", "다");
  }

  @Test
  void mysqlFindsPartsOfWords() throws SQLException {
    update(
        stack,
        "create schema gonggu_search",
        "create table gonggu_search.deal (title varchar(80), fulltext key (title) with parser"
            + " ngram)",
        "insert into gonggu_search.deal values ('제주감귤한상자'), ('유기농쌀')");
    assertThat(
            query(
                stack,
                "select title from gonggu_search.deal where match (title) against ('감귤' in boolean"
                    + " mode)"))
        .containsExactly("제주감귤한상자");
  }

  @Test
  void onlyThePasswordsOwnerReadsThemAndNobodyGetsInWithout() throws IOException {
    for (String secret : List.of("mysql-password", "mysql-root-password", "mysql-accounts.sql")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(secret))))
          .as(secret)
          .isEqualTo("rw-------");
    }
    assertThatThrownBy(() -> login(stack, "root", "")).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> login(stack, MysqlServer.USER, "")).isInstanceOf(SQLException.class);
  }

  @Test
  void theServicesAccountReachesNothingButTheirSchemas() {
    assertThatThrownBy(() -> update(stack, "create schema somebody_elses"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("denied");
    assertThatThrownBy(() -> query(stack, "select user from mysql.user"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("denied");
  }

  @Test
  void nothingListensButOnLoopback() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .toList();
    for (InetAddress address : others) {
      for (StackServer server : List.of(stack.mysql(), stack.kafka(), stack.redis())) {
        assertThatThrownBy(
                () -> {
                  try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address, server.port()), 2000);
                  }
                })
            .as("%s at %s", server.name(), address)
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aBrokerThatWasAwayComesBackWithItsPortAndItsMessages() throws Exception {
    produce(stack, "away", "before");
    int port = stack.kafka().port();
    stack.kafka().stop();
    assertThat(stack.kafka().pid()).isEmpty();
    assertThat(FreePorts.isFree(port)).isTrue();
    assertThat(stack.crash()).isEmpty();
    stack.kafka().start();
    assertThat(stack.kafka().port()).isEqualTo(port);
    produce(stack, "away", "after");
    assertThat(consume(stack, "away", 2)).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void aServerThatCrashesIsReportedAndMayBeStartedAgain() {
    ProcessHandle.of(stack.redis().pid().orElseThrow()).orElseThrow().destroyForcibly();
    Await.until(() -> stack.crash().isPresent());
    assertThat(stack.crash().orElseThrow())
        .hasMessageStartingWith("redis ended unexpectedly with status 137")
        .hasMessageContaining(data.resolve("logs/redis.log").toString());
    stack.redis().start();
    assertThat(stack.crash()).isEmpty();
  }

  @Test
  void aSecondStartHasTheSamePortsAndTheSameData(@TempDir Path own) throws Exception {
    Software software = new Software(TestStack.root());
    List<Integer> ports;
    try (LocalStack first = new LocalStack(software, own)) {
      first.start();
      ports = List.of(first.mysql().port(), first.kafka().port(), first.redis().port());
      update(
          first,
          "create schema gonggu_pay",
          "create table gonggu_pay.account (balance bigint)",
          "insert into gonggu_pay.account values (70000)");
      redis(first, "SET neighbour minji");
      produce(first, "kept", "event");
    }
    assertThat(ports).allMatch(FreePorts::isFree);
    try (LocalStack second = new LocalStack(software, own)) {
      second.start();
      assertThat(List.of(second.mysql().port(), second.kafka().port(), second.redis().port()))
          .isEqualTo(ports);
      assertThat(query(second, "select balance from gonggu_pay.account")).containsExactly("70000");
      assertThat(redis(second, "GET neighbour")).endsWith("minji");
      assertThat(consume(second, "kept", 1)).containsExactly("event");
    }
  }

  @Test
  void aStartThatFailsLeavesNothingRunning(@TempDir Path own) throws IOException {
    LocalStack failing = new LocalStack(new Software(TestStack.root()), own);
    try (ServerSocket inTheWay =
        new ServerSocket(failing.mysql().port(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(inTheWay.isBound()).isTrue();
      assertThatThrownBy(failing::start)
          .isInstanceOf(StackException.class)
          .hasMessageStartingWith("mysql ended unexpectedly")
          .hasMessageContaining(own.resolve("logs/mysql.log").toString());
    }
    assertThat(failing.kafka().pid()).isEmpty();
    assertThat(failing.redis().pid()).isEmpty();
    assertThat(FreePorts.isFree(failing.kafka().port())).isTrue();
    assertThat(FreePorts.isFree(failing.redis().port())).isTrue();
  }

  /** Starts a stack, says its processes' ids and waits to be killed. */
  static final class Owner {

    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      LocalStack own = new LocalStack(new Software(TestStack.root()), Path.of(arguments[0]));
      own.start();
      System.out.printf(
          "pids %d %d %d%n",
          own.mysql().pid().orElseThrow(),
          own.kafka().pid().orElseThrow(),
          own.redis().pid().orElseThrow());
      System.in.read();
    }
  }

  @Test
  void theServersOfAKilledOwnerEndInOrderAndTheirDataIsWhole(@TempDir Path own) throws Exception {
    List<String> options = List.of("-Dgonggu.root=" + TestStack.root());
    try (Fork owner = Fork.of(Owner.class, options, List.of(own.toString()), Map.of())) {
      List<Long> pids =
          Arrays.stream(owner.readUntil("pids ").split(" ")).skip(1).map(Long::parseLong).toList();
      assertThat(pids).allMatch(LocalStackIT::alive);
      owner.kill();
      Await.until(() -> pids.stream().noneMatch(LocalStackIT::alive));
    }
    try (LocalStack next = new LocalStack(new Software(TestStack.root()), own)) {
      next.start();
      assertThat(query(next, "select 1")).containsExactly("1");
      assertThat(own.resolve("logs/mysql.log"))
          .content()
          .doesNotContain("was not shutdown normally");
    }
  }
}
