package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

  private static final List<String> SLEEP = List.of("sleep", "300");

  @TempDir private Path temporary;
  private Path data;
  private Children children;

  @BeforeEach
  void openFolder() {
    // Paths with spaces and Korean are as good as others.
    data = temporary.resolve("데이터 폴더");
    children = new Children(data);
  }

  @AfterEach
  void endAll() {
    children.close();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private List<Path> records() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("run"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aChildIsRecordedAsLongAsItRuns() throws IOException {
    ChildProcess child = children.start("sleeper", SLEEP, Map.of());
    assertThat(records())
        .singleElement()
        .satisfies(
            file ->
                assertThat(ProcessRecord.read(file).map(ProcessRecord::pid)).contains(child.pid()));
    child.stop();
    assertThat(alive(child.pid())).isFalse();
    assertThat(records()).isEmpty();
  }

  @Test
  void aChildSeesItsEnvironmentAndWritesToItsLog() throws IOException {
    ChildProcess child =
        children.start("talker", List.of("sh", "-c", "echo \"안녕 $WHO\""), Map.of("WHO", "이웃"));
    assertThat(child.awaitEnd()).isZero();
    assertThat(data.resolve("logs/talker.log")).content().isEqualTo("안녕 이웃\n");
  }

  @Test
  void whatTheLastRunSaidStaysForOneMore() {
    for (String word : List.of("first", "second")) {
      children.start("talker", List.of("echo", word), Map.of()).awaitEnd();
    }
    assertThat(data.resolve("logs/talker.log")).content().isEqualTo("second\n");
    assertThat(data.resolve("logs/talker.previous.log")).content().isEqualTo("first\n");
  }

  @Test
  void aChildThatEndsByItselfIsReportedWithItsLastWords() {
    ChildProcess child =
        children.start("faller", List.of("sh", "-c", "echo no space left; exit 3"), Map.of());
    Await.until(() -> children.crashed().isPresent());
    assertThat(children.crashed()).contains(child);
    assertThat(child.crash())
        .hasMessageStartingWith("faller ended unexpectedly with status 3")
        .hasMessageContaining(data.resolve("logs/faller.log").toString())
        .hasMessageEndingWith("\n    no space left");
  }

  @Test
  void aChildThatIsStoppedIsNotReported() {
    children.start("sleeper", SLEEP, Map.of()).stop();
    assertThat(children.crashed()).isEmpty();
  }

  @Test
  void waitingForAChildThatEndsTellsOfItsEnd() {
    ChildProcess child = children.start("faller", List.of("false"), Map.of());
    assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(20), () -> false, () -> ""))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("faller ended unexpectedly with status 1");
  }

  @Test
  void waitingForAChildHasAnEnd() {
    ChildProcess child = children.start("sleeper", SLEEP, Map.of());
    assertThatThrownBy(
            () -> child.awaitReady(Duration.ofMillis(200), () -> false, () -> "database"))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith(
            "sleeper did not become ready within 0 s and still waits for database");
  }

  @Test
  void aToolThatFailsIsSaid() {
    ChildProcess tool = children.start("format", List.of("sh", "-c", "exit 7"), Map.of());
    assertThatThrownBy(() -> tool.awaitSuccess(Duration.ofSeconds(20)))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("format ended unexpectedly with status 7");
  }

  @Test
  void nothingIsStartedAnyMoreWhenTheEndHasBegun() {
    children.close();
    assertThatThrownBy(() -> children.start("sleeper", SLEEP, Map.of()))
        .isInstanceOf(StackException.class);
  }

  @Test
  void aProgramThatIsNotThereIsSaid() {
    ChildProcess child = children.start("nothing", List.of("/no/such/program"), Map.of());
    assertThat(child.awaitEnd()).isNotZero();
  }

  @Test
  void theChildrenOfALivingOwnerAreNoOrphans() {
    ChildProcess child = children.start("sleeper", SLEEP, Map.of());
    assertThat(Children.endOrphans(data)).isZero();
    assertThat(child.alive()).isTrue();
  }

  @Test
  void theChildrenOfAnOwnerThatIsGoneAreEndedByTheNextStart() throws Exception {
    Process orphan = new ProcessBuilder(SLEEP).start();
    Process stranger = new ProcessBuilder(SLEEP).start();
    try {
      Path run = Files.createDirectories(data.resolve("run/1-1@an earlier boot"));
      ProcessRecord.of(orphan.toHandle()).write(run.resolve("mysql.pid"));
      // The same id, but born at another time: somebody else's process by now.
      new ProcessRecord(stranger.pid(), "1@an earlier boot").write(run.resolve("kafka.pid"));
      assertThat(Children.endOrphans(data)).isEqualTo(1);
      assertThat(orphan.isAlive()).isFalse();
      assertThat(stranger.isAlive()).isTrue();
      assertThat(run).doesNotExist();
    } finally {
      orphan.destroyForcibly();
      stranger.destroyForcibly();
    }
  }

  /** Starts two children, says their ids and waits to be killed. */
  static final class Owner {

    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      Children children = new Children(Path.of(arguments[0]));
      ChildProcess first = children.start("first", SLEEP, Map.of());
      ChildProcess stubborn =
          children.start("second", List.of("sh", "-c", "sleep 300 & sleep 300; exit"), Map.of());
      System.out.println("pids " + first.pid() + " " + stubborn.pid());
      System.in.read();
    }
  }

  @Test
  void theChildrenOfAKilledOwnerEndSoonAfterIt() throws IOException {
    try (Fork owner = Fork.of(Owner.class, List.of(), List.of(data.toString()), Map.of())) {
      String[] pids = owner.readUntil("pids ").split(" ");
      List<Long> children = Stream.of(pids).skip(1).map(Long::parseLong).toList();
      List<Long> all =
          children.stream()
              .flatMap(pid -> ProcessHandle.of(pid).stream())
              .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
              .map(ProcessHandle::pid)
              .toList();
      owner.kill();
      Await.until(() -> all.stream().noneMatch(ChildrenTest::alive));
      Await.until(() -> records().isEmpty());
    }
    assertThat(Children.endOrphans(data)).isZero();
  }

  @Test
  void aChildLivesInASessionOfItsOwnSoThatCtrlCReachesTheCommandAlone() {
    ChildProcess child = children.start("sleeper", SLEEP, Map.of());
    Await.until(() -> session(child.pid()) == child.pid());
  }

  /** Field 6 of proc(5), where there is one; elsewhere the child ignores the signal. */
  private static long session(long pid) throws IOException {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    assumeTrue(Files.isReadable(stat));
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[3]);
  }
}
