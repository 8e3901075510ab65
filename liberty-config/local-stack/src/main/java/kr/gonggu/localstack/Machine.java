package kr.gonggu.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** What must be on the machine before anything is begun. */
final class Machine {

  private static final int LEAST_JAVA = 17;
  private static final Pattern NODE_ENGINE =
      Pattern.compile("\"node\"\\s*:\\s*\">=\\s*([0-9.]+)\"");
  private static final Pattern VERSION = Pattern.compile("v?(\\d+(?:\\.\\d+)*).*");

  private final Function<String, Optional<String>> versionOf;

  /** This machine. */
  Machine() {
    this(Machine::askVersion);
  }

  /**
   * @param versionOf what a program answers to {@code --version}; nothing when there is none
   */
  Machine(Function<String, Optional<String>> versionOf) {
    this.versionOf = versionOf;
  }

  /**
   * Looks whether this system and this Java will do.
   *
   * @param os as in the system property {@code os.name}
   * @throws StackException when they will not
   */
  static void checkSystem(String os, Runtime.Version java, boolean compiler, String javaHome) {
    String system = os.toLowerCase(Locale.ROOT);
    if (!system.contains("linux") && !system.contains("mac")) {
      throw new StackException(
          "This runs on Linux and macOS, and here is %s: use a virtual machine, or WSL on Windows."
              .formatted(os));
    }
    if (java.feature() < LEAST_JAVA) {
      throw new StackException(
          "JDK %d or newer is needed, and Maven runs on %s (%s): install one, or point JAVA_HOME at it."
              .formatted(LEAST_JAVA, java, javaHome));
    }
    if (!compiler) {
      throw new StackException(
          "%s is a Java runtime without a compiler: install a JDK %d or newer, or point JAVA_HOME at it."
              .formatted(javaHome, LEAST_JAVA));
    }
  }

  /** The same for the system and the Java that this runs on. */
  static void checkSystem() {
    checkSystem(
        System.getProperty("os.name"),
        Runtime.version(),
        ToolProvider.getSystemJavaCompiler() != null,
        System.getProperty("java.home"));
  }

  /**
   * Looks for Node.js and npm, which build the PWA.
   *
   * @param packageJson says which version will do
   * @throws StackException when it is missing or too old
   */
  void checkNode(Path packageJson) {
    String least = leastNode(packageJson);
    String found =
        versionOf
            .apply("node")
            .orElseThrow(
                () ->
                    new StackException(
                        "Node.js is missing: install version %s or newer, so that the PWA can be built."
                            .formatted(least)));
    if (!isAtLeast(found, least)) {
      throw new StackException(
          "Node.js %s is too old: install version %s or newer, so that the PWA can be built."
              .formatted(found, least));
    }
    if (versionOf.apply("npm").isEmpty()) {
      throw new StackException(
          "npm is missing beside Node.js %s: install it, so that the PWA can be built."
              .formatted(found));
    }
  }

  private static String leastNode(Path packageJson) {
    try {
      Matcher engine = NODE_ENGINE.matcher(Files.readString(packageJson));
      if (engine.find()) {
        return engine.group(1);
      }
    } catch (IOException e) {
      throw new StackException(
          "%s cannot be read (%s): the repository is not complete."
              .formatted(packageJson, e.getMessage()),
          e);
    }
    throw new IllegalStateException("engines.node is missing in " + packageJson);
  }

  private static boolean isAtLeast(String version, String least) {
    int[] found = numbers(version);
    int[] wanted = numbers(least);
    for (int i = 0; i < wanted.length; i++) {
      int part = i < found.length ? found[i] : 0;
      if (part != wanted[i]) {
        return part > wanted[i];
      }
    }
    return true;
  }

  private static int[] numbers(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.matches()
        ? Arrays.stream(matcher.group(1).split("\\.", -1)).mapToInt(Integer::parseInt).toArray()
        : new int[0];
  }

  private static Optional<String> askVersion(String program) {
    try {
      Process process =
          new ProcessBuilder(program, "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
