package kr.gonggu.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The Maven that runs this command, for the work that is Maven's: with the same settings, local
 * repository and network mode, so that mirrors and proxies apply.
 *
 * @param program {@code mvn}
 * @param repository the local repository
 * @param settings the user's settings, where others than the usual ones were given
 * @param offline whether Maven may not use the network
 */
record Maven(Path program, Path repository, Optional<Path> settings, boolean offline) {

  /**
   * As {@code liberty-config/local-stack/pom.xml} describes it.
   *
   * @param property looks up a system property
   */
  static Maven of(UnaryOperator<String> property) {
    return new Maven(
        value(property, "gonggu.maven.home")
            .map(home -> Path.of(home, "bin", "mvn"))
            .orElse(Path.of("mvn")),
        value(property, "gonggu.maven.repository")
            .map(Path::of)
            .orElse(Path.of(property.apply("user.home"), ".m2", "repository")),
        value(property, "gonggu.maven.settings").map(Path::of),
        value(property, "gonggu.maven.offline").map(Boolean::parseBoolean).orElse(false));
  }

  /** A property that Maven could not fill stays as it stands in the pom. */
  private static Optional<String> value(UnaryOperator<String> property, String name) {
    return Optional.ofNullable(property.apply(name))
        .filter(text -> !text.isBlank() && !text.startsWith("${"));
  }

  /**
   * Starts Maven; its output is the child's log.
   *
   * @param name of child and log
   * @param root folder of the pom
   * @param arguments goals and options
   */
  ChildProcess start(Children children, String name, Path root, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    // A download whose checksum differs must not be kept, which is but a warning by default.
    command.addAll(List.of("--batch-mode", "--strict-checksums"));
    command.addAll(List.of("--file", root.resolve("pom.xml").toString()));
    command.add("-Dmaven.repo.local=" + repository);
    command.add("-Dstyle.color=never");
    settings.ifPresent(file -> command.addAll(List.of("--settings", file.toString())));
    if (offline) {
      command.add("--offline");
    }
    command.addAll(arguments);
    return children.start(name, command, Map.of());
  }
}
