package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Console console =
      new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), Duration.ofMillis(20));

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aStepIsOneLineWithItsSeconds() {
    console.done("start mysql", System.nanoTime() - 1_234_000_000L);
    assertThat(said()).matches(" {2}✓ start mysql +1\\.2 s\\R");
  }

  @Test
  void aStepThatTakesLongSaysWhatItIsDoing() {
    console.step(
        "build",
        () -> "pay-war (10/14)",
        () -> Await.until(() -> said().contains("    build … 0 s  pay-war (10/14)")));
    assertThat(said()).containsPattern("✓ build +\\d+\\.\\d s\\R$");
  }

  @Test
  void aStepThatFailsIsNotDone() {
    assertThatThrownBy(
            () ->
                console.step(
                    "build",
                    () -> "",
                    () -> {
                      throw new StackException("no");
                    }))
        .hasMessage("no");
    assertThat(said()).doesNotContain("✓");
  }

  @Test
  void progressThatCannotBeToldDoesNotEndTheStep() {
    console.step(
        "fetch",
        () -> {
          throw new IllegalStateException("the log is not there yet");
        },
        () -> Await.until(() -> said().contains("fetch … ")));
    assertThat(said()).contains("✓ fetch");
  }
}
