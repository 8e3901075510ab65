package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path temporary;

  private Path path() {
    return temporary.resolve("market");
  }

  /** Holds a data folder until it is told to end. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (DataFolder folder = DataFolder.open(Path.of(arguments[0]))) {
        System.out.println("holds " + folder.path());
        System.in.read();
      }
    }
  }

  @Test
  void oneRunAtATimeHasAFolder() {
    try (Fork holder = Fork.of(Holder.class, List.of(), List.of(path().toString()), Map.of())) {
      holder.readUntil("holds");
      assertThatThrownBy(() -> DataFolder.open(path()))
          .isInstanceOf(StackException.class)
          .hasMessage(
              "The data folder %s is in use by another run (process %d): end that one, or choose"
                  + " another folder with -Ddata=….",
              path(), holder.pid());
      holder.kill();
      holder.awaitEnd();
      assertThatCode(() -> DataFolder.open(path()).close()).doesNotThrowAnyException();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Files.writeString(path(), "a file");
    assertThatThrownBy(() -> DataFolder.open(path()))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("The data folder %s cannot be used", path())
        .hasMessageEndingWith("choose another with -Ddata=….");
  }

  @Test
  void somebodyElsesFilesAreNotTouched() throws IOException {
    Path letters = Files.createDirectories(path()).resolve("letters.txt");
    Files.writeString(letters, "dear neighbour");
    try (DataFolder folder = DataFolder.open(path())) {
      assertThatThrownBy(folder::claim)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("holds files that are not this command's");
    }
    assertThat(letters).hasContent("dear neighbour");
  }

  @Test
  void emptyingTakesTheDataAndLeavesThePrograms() throws IOException {
    try (DataFolder folder = DataFolder.open(path())) {
      folder.claim();
      Files.createDirectories(path().resolve("mysql/gonggu_pay"));
      Files.createDirectories(path().resolve("keys"));
      Files.createDirectories(path().resolve("software/1"));
      folder.empty();
      assertThat(path().resolve("mysql")).doesNotExist();
      assertThat(path().resolve("keys")).doesNotExist();
      assertThat(path().resolve("software/1")).exists();
    }
    try (DataFolder again = DataFolder.open(path())) {
      assertThatCode(again::claim).doesNotThrowAnyException();
    }
  }
}
