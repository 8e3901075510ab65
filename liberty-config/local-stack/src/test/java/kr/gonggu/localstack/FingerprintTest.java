package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

  @TempDir private Path root;
  private String before;

  @BeforeEach
  void writeSources() throws IOException {
    write("deal-war/src/main/java/Deal.java", "class Deal {}");
    write("pom.xml", "<project/>");
    before = Fingerprint.ofSources(root);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theSameSourcesHaveTheSameFingerprint() {
    assertThat(Fingerprint.ofSources(root)).isEqualTo(before);
  }

  @Test
  void aSizeThatChangesShows() throws IOException {
    write("deal-war/src/main/java/Deal.java", "class Deal { int shares; }");
    assertThat(Fingerprint.ofSources(root)).isNotEqualTo(before);
  }

  @Test
  void aTimeThatChangesShows() throws IOException {
    Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.fromMillis(1));
    assertThat(Fingerprint.ofSources(root)).isNotEqualTo(before);
  }

  @Test
  void aFileThatIsMovedShows() throws IOException {
    Files.move(root.resolve("pom.xml"), root.resolve("deal-war/pom.xml"));
    assertThat(Fingerprint.ofSources(root)).isNotEqualTo(before);
  }

  @Test
  void aFileThatIsDeletedShows() throws IOException {
    Files.delete(root.resolve("pom.xml"));
    assertThat(Fingerprint.ofSources(root)).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deal-war/target/classes/Deal.class",
        "pwa/node_modules/vue/index.js",
        "pwa/dist/index.html",
        "pwa/src/api/generated/deal.ts",
        ".git/HEAD",
        "deal-war/src/test/java/DealTest.java",
        "README.md",
        "pwa/e2e/story.spec.ts"
      })
  void whatIsMadeOrTestedDoesNotCount(String path) throws IOException {
    write(path, "anything");
    assertThat(Fingerprint.ofSources(root)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pwa/src/app/App.vue",
        "liberty-config/market/server.xml",
        "deal-war/src/main/contracts/DealOpened.v1.schema.json",
        "ear/test-kit/src/main/java/Kit.java"
      })
  void whatTheMarketIsMadeOfCounts(String path) throws IOException {
    write(path, "anything");
    assertThat(Fingerprint.ofSources(root)).isNotEqualTo(before);
  }
}
