package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir private Path folder;

  @Test
  void deletingDoesNotFollowLinks() throws IOException {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("file"), "stays");
    Path doomed = Files.createDirectories(folder.resolve("doomed/deeper"));
    Files.createSymbolicLink(doomed.resolve("link"), precious);
    Folders.delete(folder.resolve("doomed"));
    assertThat(folder.resolve("doomed")).doesNotExist();
    assertThat(precious.resolve("file")).hasContent("stays");
  }

  @Test
  void deletingWhatIsNotThereIsNoError() {
    assertThatCode(() -> Folders.delete(folder.resolve("nothing"))).doesNotThrowAnyException();
  }

  @Test
  void whatIsLinkedStaysWhenTheFirstNameIsDeleted() throws IOException {
    Path unpacked = Files.createDirectories(folder.resolve("target/bin"));
    Files.writeString(unpacked.resolve("mysqld"), "program");
    Folders.link(folder.resolve("target"), folder.resolve("kept"));
    Folders.delete(folder.resolve("target"));
    assertThat(folder.resolve("kept/bin/mysqld")).hasContent("program");
  }
}
