package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process as it is remembered on disk. The start time tells it from a later process that the
 * system gave the same id.
 *
 * @param pid process id
 * @param started start time in milliseconds since 1970
 */
record ProcessRecord(long pid, long started) {

  private static final String SUFFIX = ".pid";

  static ProcessRecord of(ProcessHandle process) {
    return new ProcessRecord(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** The process, when it is still the same one and alive. */
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L) == started);
  }

  void write(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + SUFFIX), pid + " " + started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void forget(Path folder, String name) {
    try {
      Files.deleteIfExists(folder.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<ProcessRecord> read(Path file) {
    try {
      String[] parts = Files.readString(file).strip().split(" ", 2);
      return Optional.of(new ProcessRecord(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /**
   * Ends what an earlier run left behind: exactly the recorded processes, latest started first.
   *
   * @return how many were still alive
   */
  static int endAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder)) {
      found.filter(file -> file.toString().endsWith(SUFFIX)).forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<ProcessHandle> alive =
        files.stream()
            .flatMap(file -> read(file).stream())
            .sorted(Comparator.comparingLong(ProcessRecord::started).reversed())
            .flatMap(record -> record.find().stream())
            .toList();
    alive.forEach(process -> end(process, Duration.ofSeconds(20)));
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return alive.size();
  }

  /** Asks a process to end, and after the grace makes it. */
  static void end(ProcessHandle process, Duration grace) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    if (!waitFor(process, grace)) {
      process.destroyForcibly();
      waitFor(process, Duration.ofSeconds(5));
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean waitFor(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
