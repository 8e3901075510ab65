package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Builds and their suites, played by JVMs of their own in a repository of their own. */
class SharedStackIT {

  private final Set<ProcessRecord> keepers = new HashSet<>();
  private Path root;

  @BeforeEach
  void layOutRepository() throws IOException {
    root =
        Files.createTempDirectory(
            Folders.create(TestStack.root().resolve("liberty-config/local-stack/target/it")),
            "build");
    Path runtime = Files.createDirectories(root.resolve("liberty-config/runtime"));
    Files.createSymbolicLink(
        runtime.resolve("target"), TestStack.root().resolve("liberty-config/runtime/target"));
  }

  @AfterEach
  void awaitKeepers() {
    Await.until(() -> keepers.stream().noneMatch(keeper -> keeper.find().isPresent()));
    Await.until(() -> Children.endOrphans(root.resolve("target/test-stack/data")) == 0);
    Folders.delete(root);
  }

  /** Plays Maven: runs as many suites as it is told, one line each. */
  static final class Maven {

    private Maven() {}

    public static void main(String[] arguments) throws IOException {
      List<String> options = List.of("-Dgonggu.root=" + System.getProperty("gonggu.root"));
      while (System.in.read() == '\n') {
        try (Fork suite = Fork.of(Suite.class, options, List.of(), Map.of())) {
          System.out.println(suite.readUntil("stack "));
          suite.awaitEnd();
        }
      }
    }
  }

  /** Plays a module's tests, which need the servers. */
  static final class Suite {

    private Suite() {}

    public static void main(String[] arguments) {
      TestStack stack = TestStack.get();
      System.out.println("stack " + stack.kafkaBootstrap() + " " + stack.redisUri());
    }
  }

  private Fork build() {
    return Fork.of(Maven.class, List.of("-Dgonggu.root=" + root), List.of(), Map.of());
  }

  private String suite(Fork build) {
    build.say("");
    String stack = build.readUntil("stack ");
    keepers.add(keeper());
    return stack;
  }

  private ProcessRecord keeper() {
    Properties endpoints = new Properties();
    try (Reader reader =
        Files.newBufferedReader(root.resolve("target/test-stack/endpoints.properties"))) {
      endpoints.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ProcessRecord.parse(endpoints.getProperty("keeper")).orElseThrow();
  }

  private static int kafkaPort(String stack) {
    return Integer.parseInt(stack.replaceFirst("^stack [^:]+:(\\d+) .*$", "$1"));
  }

  @Test
  void allSuitesOfABuildShareOneStackWhichEndsWithTheBuildHoweverItEnds() {
    try (Fork build = build()) {
      String first = suite(build);
      assertThat(suite(build)).isEqualTo(first);
      assertThat(FreePorts.isFree(kafkaPort(first))).isFalse();
      build.kill();
      Await.until(() -> FreePorts.isFree(kafkaPort(first)));
      assertThat(root.resolve("target/test-stack/endpoints.properties")).doesNotExist();
    }
  }

  @Test
  void aStackThatTwoBuildsShareLivesAsLongAsTheLongerOne() {
    try (Fork longer = build()) {
      String stack;
      try (Fork shorter = build()) {
        stack = suite(shorter);
        assertThat(suite(longer)).isEqualTo(stack);
      }
      assertThat(suite(longer)).isEqualTo(stack);
      assertThat(FreePorts.isFree(kafkaPort(stack))).isFalse();
    }
  }

  @Test
  void aBuildAfterOneThatWasKilledWithItsKeeperHasAStackOfItsOwn() {
    try (Fork killed = build()) {
      suite(killed);
      ProcessHandle keeper = keeper().find().orElseThrow();
      keeper.destroyForcibly();
      // Until then the next build would join what is about to end.
      Await.until(() -> !keeper.isAlive());
      killed.kill();
      killed.awaitEnd();
    }
    try (Fork next = build()) {
      String stack = suite(next);
      assertThat(FreePorts.isFree(kafkaPort(stack))).isFalse();
    }
  }
}
