package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kr.gonggu.localstack.TestStack;
import org.junit.jupiter.api.Test;

/** The PWA's browser tests, against the EAR; their report lies in {@code pwa/target/playwright}. */
class BrowserIT {

  @Test
  void theStoryHoldsInABrowser() throws IOException, InterruptedException {
    Path pwa = TestStack.root().resolve("pwa");
    Path log = TestStack.root().resolve("ear/target/playwright.log");
    ProcessBuilder builder =
        new ProcessBuilder("npx", "--no-install", "playwright", "test")
            .directory(pwa.toFile())
            .redirectErrorStream(true)
            // Not this JVM's own output, which Maven's plugin speaks its protocol on.
            .redirectOutput(log.toFile());
    builder.environment().put("BASE_URL", RunningMarket.get().address().toString());
    builder
        .environment()
        .put("PICTURES_DIR", TestStack.root().resolve("ear/target/pictures").toString());
    builder.environment().put("CI", "true");
    Process playwright = builder.start();

    // Only for what hangs: they take ten minutes to half an hour, by machine and browser.
    boolean ended = playwright.waitFor(45, TimeUnit.MINUTES);

    if (!ended) {
      playwright.descendants().forEach(ProcessHandle::destroy);
      playwright.destroy();
    }
    assertThat(ended).as("the browser tests end").isTrue();
    assertThat(playwright.exitValue()).as("%s", failures(log)).isZero();
    RunningMarket.get().proveLedger();
  }

  /**
   * What failed and why, without the hundred lines of what passed: a report is cut at some length.
   */
  private static String failures(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> !line.matches("\\s*[✓-]\\s+\\d+ \\[.*"))
        .collect(Collectors.joining("\n"));
  }
}
