package kr.gonggu.localstack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {

  private static final Runtime.Version JAVA_17 = Runtime.Version.parse("17.0.15");

  @TempDir private Path folder;
  private Path packageJson;

  @BeforeEach
  void writePackage() throws IOException {
    packageJson =
        Files.writeString(folder.resolve("package.json"), "{\"engines\": {\"node\": \">=20.19\"}}");
  }

  private void checkNode(Map<String, String> versions) {
    new Machine(program -> Optional.ofNullable(versions.get(program))).checkNode(packageJson);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20.19.0", "v20.20.2", "v22.1.0", "v24.0.0-nightly"})
  void aNodeThatIsNewEnoughWillDo(String version) {
    assertThatCode(() -> checkNode(Map.of("node", version, "npm", "10.8.2")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v18.20.4", "v20.18.9", "v20.9.0", "v8.0.0"})
  void aNodeThatIsTooOldIsNamedWithTheVersionThatIsWanted(String version) {
    assertThatThrownBy(() -> checkNode(Map.of("node", version, "npm", "10.8.2")))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "Node.js %s is too old: install version 20.19 or newer, so that the PWA can be built.",
            version);
  }

  @Test
  void aMissingNodeIsSaid() {
    assertThatThrownBy(() -> checkNode(Map.of()))
        .isInstanceOf(StackException.class)
        .hasMessage(
            "Node.js is missing: install version 20.19 or newer, so that the PWA can be built.");
  }

  @Test
  void aMissingNpmIsSaid() {
    assertThatThrownBy(() -> checkNode(Map.of("node", "v22.0.0")))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("npm is missing beside Node.js v22.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Linux", "Mac OS X"})
  void linuxAndMacWillDo(String os) {
    assertThatCode(() -> Machine.checkSystem(os, JAVA_17, true, "/jdk")).doesNotThrowAnyException();
  }

  @Test
  void anotherSystemIsRefused() {
    assertThatThrownBy(() -> Machine.checkSystem("Windows 11", JAVA_17, true, "C:\\jdk"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("Windows 11")
        .hasMessageContaining("WSL");
  }

  @Test
  void anOldJavaIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () -> Machine.checkSystem("Linux", Runtime.Version.parse("11.0.2"), true, "/old/jdk"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("JDK 17 or newer")
        .hasMessageContaining("/old/jdk");
  }

  @Test
  void aJavaWithoutCompilerIsRefused() {
    assertThatThrownBy(() -> Machine.checkSystem("Linux", JAVA_17, false, "/jre"))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("/jre is a Java runtime without a compiler");
  }
}
