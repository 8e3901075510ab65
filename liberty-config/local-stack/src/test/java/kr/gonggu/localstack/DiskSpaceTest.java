package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {

  @TempDir private Path folder;

  /** Disks by name of the folder's first part below the test's folder, each with 100 MiB free. */
  private DiskSpace.Disks disks(boolean oneDisk) {
    return new DiskSpace.Disks() {
      @Override
      public Object disk(Path asked) {
        return oneDisk ? "one" : asked.toString();
      }

      @Override
      public long free(Path asked) {
        return 100L * 1024 * 1024;
      }
    };
  }

  @Test
  void enoughRoomIsEnough() {
    assertThatCode(() -> DiskSpace.check(List.of(new DiskSpace.Need(folder, 100)), disks(true)))
        .doesNotThrowAnyException();
  }

  @Test
  void tooLittleRoomIsSaidWithWhatIsFreeAndWhatIsNeeded() {
    assertThatThrownBy(() -> DiskSpace.check(List.of(new DiskSpace.Need(folder, 101)), disks(true)))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("Only 100 MiB are free on the disk of " + folder + " and 101 are");
  }

  @Test
  void needsOnTheSameDiskAddUp() {
    List<DiskSpace.Need> needs =
        List.of(
            new DiskSpace.Need(folder.resolve("data"), 60),
            new DiskSpace.Need(folder.resolve("repository"), 60));
    assertThatThrownBy(() -> DiskSpace.check(needs, disks(true)))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("and 120 are needed");
  }

  @Test
  void needsOnDifferentDisksDoNot() throws Exception {
    Path data = java.nio.file.Files.createDirectory(folder.resolve("data"));
    Path repository = java.nio.file.Files.createDirectory(folder.resolve("repository"));
    assertThatCode(
            () ->
                DiskSpace.check(
                    List.of(new DiskSpace.Need(data, 60), new DiskSpace.Need(repository, 60)),
                    disks(false)))
        .doesNotThrowAnyException();
  }

  @Test
  void aFolderThatIsNotThereYetIsOnTheDiskOfWhatIs() {
    assertThatCode(
            () ->
                DiskSpace.check(
                    List.of(new DiskSpace.Need(folder.resolve("not/there/yet"), 1)),
                    DiskSpace.REAL))
        .doesNotThrowAnyException();
  }
}
