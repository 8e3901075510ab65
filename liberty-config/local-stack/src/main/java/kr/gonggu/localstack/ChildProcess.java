package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One child: in a session of its own, so that a terminal's Ctrl-C reaches the command alone and the
 * children end in order; output in a log file; recorded as long as it runs.
 */
final class ChildProcess {

  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int LAST_LINES = 5;
  private static final int LAST_BYTES = 4096;

  private final String name;
  private final Path log;
  private final Path record;
  private final Process process;
  private volatile boolean stopping;
  private boolean stopped;

  private ChildProcess(String name, Path log, Path record, Process process) {
    this.name = name;
    this.log = log;
    this.record = record;
    this.process = process;
  }

  /** Use {@link Children#start}, which remembers what it started. */
  static ChildProcess start(
      String name, Path data, Path record, List<String> command, Map<String, String> environment)
      throws IOException {
    Path log = data.resolve("logs").resolve(name + ".log");
    Files.createDirectories(log.getParent());
    if (Files.exists(log)) {
      // What the last run said before it crashed is worth a second look.
      Files.move(
          log, log.resolveSibling(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(inOwnSession(command))
            .directory(data.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    ProcessRecord.of(process.toHandle()).write(record);
    return new ChildProcess(name, log, record, process);
  }

  /** A command that a terminal's Ctrl-C does not reach; the process id stays the command's own. */
  static List<String> inOwnSession(List<String> command) {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      line.add(SETSID.toString());
    } else {
      // Signals that are ignored stay ignored in what a shell becomes by exec (POSIX, sh, trap).
      line.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    }
    line.addAll(command);
    return line;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** True when the child ended though nobody asked it to. */
  boolean crashed() {
    return !stopping && !process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /**
   * Waits until a server answers.
   *
   * @param waitingFor what it is that takes so long, for a person
   * @throws StackException when it ends before, or takes longer than it may
   */
  void awaitReady(Duration longest, BooleanSupplier ready, Supplier<String> waitingFor) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!ready.getAsBoolean()) {
      if (!process.isAlive()) {
        throw crash();
      }
      if (System.nanoTime() > deadline) {
        throw new StackException(
            "%s did not become ready within %d s and still waits for %s: the last lines of %s may say why.%s"
                .formatted(name, longest.toSeconds(), waitingFor.get(), log, lastLines()));
      }
      pause();
    }
  }

  /**
   * Waits until a tool has done its work and ended, and forgets it.
   *
   * @throws StackException when it fails, or takes longer than it may
   */
  void awaitSuccess(Duration longest) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (process.isAlive()) {
      if (System.nanoTime() > deadline) {
        stop();
        throw new StackException(
            "%s was not done within %d s; its log is %s."
                .formatted(name, longest.toSeconds(), log));
      }
      pause();
    }
    if (process.exitValue() != 0) {
      throw crash();
    }
    stop();
  }

  private void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException(name + " was interrupted while it started.", e);
    }
  }

  /** Waits until the child has ended, however long that takes; returns its status. */
  int awaitEnd() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException(name + " was interrupted.", e);
    }
  }

  /** The sentence for a child that ended by itself. */
  StackException crash() {
    return new StackException(
        "%s ended unexpectedly with status %d: the last lines of %s say why, and running the command again goes on with the data as it is.%s"
            .formatted(name, process.exitValue(), log, lastLines()));
  }

  private String lastLines() {
    try (SeekableByteChannel file = Files.newByteChannel(log)) {
      file.position(Math.max(0, file.size() - LAST_BYTES));
      byte[] end = Channels.newInputStream(file).readNBytes(LAST_BYTES);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .skip(Math.max(0, lines.size() - LAST_LINES))
          .map(text -> "\n    " + text)
          .reduce("", String::concat);
    } catch (IOException e) {
      return "";
    }
  }

  /** Ends the child and waits until it has; does nothing when that was done before. */
  synchronized void stop() {
    if (stopped) {
      return;
    }
    stopping = true;
    ProcessRecord.end(process.toHandle(), GRACE);
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stopped = true;
  }
}
