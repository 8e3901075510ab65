package kr.gonggu.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
   * As the arguments of the command describe it, which {@code pom.xml} gives.
   *
   * @param argument looks up an argument by its name
   */
  static Maven of(Function<String, Optional<String>> argument) {
    return new Maven(
        argument.apply("maven").map(home -> Path.of(home, "bin", "mvn")).orElse(Path.of("mvn")),
        argument
            .apply("repository")
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".m2", "repository")),
        argument.apply("settings").map(Path::of).filter(Files::isRegularFile),
        argument.apply("offline").map(Boolean::parseBoolean).orElse(false));
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
