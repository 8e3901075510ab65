package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessRecordTest {

  @TempDir private Path folder;

  @Test
  void aLivingProcessIsFoundByItsWrittenRecord() {
    Path file = folder.resolve("self.pid");
    ProcessRecord.self().write(file);
    assertThat(ProcessRecord.read(file).flatMap(ProcessRecord::find))
        .contains(ProcessHandle.current());
  }

  @Test
  void aLaterProcessWithTheSameIdIsNotTheSame() {
    ProcessRecord earlier = new ProcessRecord(ProcessHandle.current().pid(), "1@another boot");
    assertThat(earlier.find()).isEmpty();
  }

  @Test
  void aProcessThatEndedIsNotFound() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "100").start();
    ProcessRecord record = ProcessRecord.of(process.toHandle());
    assertThat(record.find()).isPresent();
    process.destroyForcibly().waitFor();
    assertThat(record.find()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "x 1", "-1 2", "99999999999999999999 1"})
  void whatIsNoRecordIsNone(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.pid"), text);
    assertThat(ProcessRecord.read(file)).isEmpty();
    assertThat(ProcessRecord.read(folder.resolve("missing.pid"))).isEmpty();
  }

  @Test
  void whatDoesNotWantToEndIsMadeTo() throws IOException, InterruptedException {
    Process stubborn =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo; while true; do sleep 1; done").start();
    assertThat(stubborn.getInputStream().read()).isEqualTo('\n');
    ProcessRecord.end(stubborn.toHandle(), Duration.ofMillis(200));
    assertThat(stubborn.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void whatAProcessStartedEndsWithIt() throws IOException {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 100 & echo $!; wait").start();
    long child = Long.parseLong(parent.inputReader().readLine());
    ProcessRecord record = ProcessRecord.of(ProcessHandle.of(child).orElseThrow());
    ProcessRecord.end(parent.toHandle(), Duration.ofSeconds(5));
    Await.until(() -> record.find().isEmpty());
  }
}
