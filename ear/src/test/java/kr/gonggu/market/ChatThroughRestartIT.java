package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kr.gonggu.localstack.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two browsers in one room while the market is ended and started again: what was written meanwhile
 * arrives, once. The browsers' side is {@code pwa/e2e/restart.spec.ts}; each side lays a file into
 * a folder when it is the other's turn.
 */
class ChatThroughRestartIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RunningMarket market = RunningMarket.another();

  @AfterEach
  void end() {
    market.close();
  }

  @Test
  void nothingIsLostAndNothingIsDoubled(@TempDir Path signals)
      throws IOException, InterruptedException {
    Path log = TestStack.root().resolve("ear/target/playwright-restart.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                "npx",
                "--no-install",
                "playwright",
                "test",
                "restart.spec",
                "--project=phone",
                "--reporter=list",
                "--output=target/playwright-restart")
            .directory(TestStack.root().resolve("pwa").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("BASE_URL", market.address().toString());
    builder.environment().put("RESTART_SIGNALS", signals.toString());
    builder.environment().put("CI", "true");
    Process playwright = builder.start();
    try {
      when(playwright, signals.resolve("end"), () -> market.liberty().stop());
      when(playwright, signals.resolve("start"), () -> market.liberty().start());

      assertThat(playwright.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("the browser test ends")
          .isTrue();
    } finally {
      playwright.descendants().forEach(ProcessHandle::destroy);
      playwright.destroy();
    }
    assertThat(playwright.exitValue()).as(Files.readString(log)).isZero();
  }

  /** Does what the browsers ask for and says so; not when they have given up. */
  private static void when(Process playwright, Path asked, Runnable act) throws IOException {
    await().atMost(PATIENCE).until(() -> Files.exists(asked) || !playwright.isAlive());
    if (playwright.isAlive()) {
      act.run();
      Files.createFile(asked.resolveSibling(asked.getFileName() + ".done"));
    }
  }
}
