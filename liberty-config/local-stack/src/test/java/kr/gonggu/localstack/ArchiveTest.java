package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

  /** SHA-256 of the text {@code abc}, from FIPS 180-2, appendix B.1. */
  private static final Archive ABC =
      new Archive(
          "Abc",
          "kr.example",
          "abc",
          "1.0",
          "linux",
          "zip",
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          3);

  @TempDir private Path repository;

  private Path write(String text) throws IOException {
    Path file = ABC.in(repository);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64",
    "Linux,aarch64,linux-aarch64",
    "Mac OS X,aarch64,mac-x86_64",
    "Mac OS X,x86_64,mac-x86_64"
  })
  void everyArchiveOfTheVersionsInThePomIsPinned(String os, String arch, String classifier) {
    assertThat(Archive.neededOn(os, arch))
        .extracting(Archive::classifier)
        .containsExactly("", classifier, "");
    assertThat(Archive.neededOn(os, arch))
        .allSatisfy(
            archive -> {
              assertThat(archive.version()).doesNotContain("${");
              assertThat(archive.sha256()).matches("[0-9a-f]{64}");
              assertThat(archive.bytes()).isGreaterThan(10_000_000);
            });
  }

  @Test
  void itLiesWhereMavenPutsIt() {
    assertThat(ABC.in(repository))
        .isEqualTo(repository.resolve("kr/example/abc/1.0/abc-1.0-linux.zip"));
    assertThat(ABC.coordinates()).isEqualTo("kr.example:abc:1.0:zip:linux");
  }

  @Test
  void aWholeArchiveIsGood() throws IOException {
    Path file = write("abc");
    assertThatCode(() -> ABC.verify(repository)).doesNotThrowAnyException();
    assertThat(file).exists();
  }

  @Test
  void aCorruptArchiveIsDeletedSoThatTheNextRunFetchesIt() throws IOException {
    Path file = write("abd");
    assertThatThrownBy(() -> ABC.verify(repository))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "The archive %s was corrupt and has been deleted: run the command again, and it is"
                + " fetched anew.",
            file);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsFetchedSoFarIsSeenUnderItsTemporaryName() throws IOException {
    assertThat(ABC.fetched(repository)).isZero();
    Path folder = Files.createDirectories(ABC.in(repository).getParent());
    Files.writeString(folder.resolve("aether-1234-abc-1.0-linux.zip.part"), "ab");
    assertThat(ABC.fetched(repository)).isEqualTo(2);
  }
}
