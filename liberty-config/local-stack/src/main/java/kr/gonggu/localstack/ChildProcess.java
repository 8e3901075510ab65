package kr.gonggu.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One server as a child process: in a session of its own, so that a terminal's Ctrl-C reaches the
 * command alone and the children end in order; output in a log file; recorded in the data folder.
 */
final class ChildProcess {

  private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

  private final String name;
  private final Path records;
  private final Path log;
  private final Process process;
  private volatile boolean stopping;

  private ChildProcess(String name, Path records, Path log, Process process) {
    this.name = name;
    this.records = records;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a server.
   *
   * @param name as it is shown
   * @param data the stack's data folder: records in {@code run}, logs in {@code logs}
   * @param command program and arguments
   * @param environment added to this process's own
   */
  static ChildProcess start(
      String name, Path data, List<String> command, Map<String, String> environment) {
    Path log = data.resolve("logs").resolve(name + ".log");
    Path records = data.resolve("run");
    List<String> line = new ArrayList<>();
    if (SETSID) {
      line.add("/usr/bin/setsid");
    } else {
      // Signals that are ignored stay ignored in what a shell becomes by exec (POSIX, sh, trap).
      line.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    }
    line.addAll(command);
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(data.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      ProcessRecord.of(process.toHandle()).write(records, name);
      return new ChildProcess(name, records, log, process);
    } catch (IOException e) {
      throw new StackException("%s could not be started (%s).".formatted(name, e.getMessage()), e);
    }
  }

  String name() {
    return name;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** True when the server ended though nobody asked it to. */
  boolean crashed() {
    return !stopping && !process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Waits until the server answers.
   *
   * @throws StackException when it ends before, or takes longer than it may
   */
  void awaitReady(Duration longest, BooleanSupplier ready) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw crash();
      }
      if (System.nanoTime() > deadline) {
        throw new StackException(
            "%s did not become ready within %d s; its log is %s."
                .formatted(name, longest.toSeconds(), log));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackException(name + " was interrupted while it started.", e);
      }
    }
  }

  /** The sentence for a server that ended by itself. */
  StackException crash() {
    return new StackException(
        "%s ended unexpectedly with status %d; the last lines of its log say why: %s%s"
            .formatted(name, process.isAlive() ? -1 : process.exitValue(), log, tail()));
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.stream()
          .skip(Math.max(0, lines.size() - 5))
          .map(text -> "\n    " + text)
          .reduce("", String::concat);
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends the server and waits until it has. */
  void stop() {
    stopping = true;
    ProcessRecord.end(process.toHandle(), Duration.ofSeconds(30));
    ProcessRecord.forget(records, name);
  }
}
