package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The child processes of this JVM with one data folder. Each is recorded in {@code run/<this
 * process>/<name>.pid}; the folder per owner keeps a run from touching what another, later one has
 * started, and tells orphans – children whose owner is gone – from the rest.
 */
final class Children implements AutoCloseable {

  private static final String SUFFIX = ".pid";
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Path data;
  private final Path records;
  private final Deque<ChildProcess> started = new ArrayDeque<>();
  private boolean watched;
  private boolean closed;

  /**
   * @param data the data folder; logs go to {@code logs} in it
   */
  Children(Path data) {
    this.data = data.toAbsolutePath();
    this.records = runs(this.data).resolve(ownerName(ProcessRecord.self()));
  }

  /**
   * Starts a child.
   *
   * @param name as it is shown and as its log is called
   * @param command program and arguments
   * @param environment added to this process's own
   * @throws StackException when it cannot be started, or when the end of all has already begun
   */
  synchronized ChildProcess start(
      String name, List<String> command, Map<String, String> environment) {
    if (closed) {
      throw new StackException("%s is not started any more.".formatted(name));
    }
    if (!watched) {
      Watchdog.start(records);
      watched = true;
    }
    try {
      Files.createDirectories(records);
      ChildProcess child =
          ChildProcess.start(name, data, records.resolve(name + SUFFIX), command, environment);
      started.addFirst(child);
      return child;
    } catch (IOException e) {
      throw new StackException("%s could not be started (%s).".formatted(name, e.getMessage()), e);
    }
  }

  /** A child that ended though nobody asked it to. */
  synchronized Optional<ChildProcess> crashed() {
    return started.stream().filter(ChildProcess::crashed).findFirst();
  }

  /** Starts nothing any more and ends what still runs, latest started first. */
  @Override
  public void close() {
    List<ChildProcess> running;
    synchronized (this) {
      closed = true;
      running = List.copyOf(started);
    }
    running.forEach(ChildProcess::stop);
    try {
      Files.deleteIfExists(records);
    } catch (DirectoryNotEmptyException e) {
      // Children that this process started elsewhere, with the same data folder.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends what killed owners left behind with a data folder: exactly the recorded processes, latest
   * started first.
   *
   * @return how many were still alive
   */
  static int endOrphans(Path data) {
    int ended = 0;
    for (Path run : list(runs(data.toAbsolutePath()))) {
      boolean owned =
          ProcessRecord.parse(run.getFileName().toString().replaceFirst("-", " "))
              .flatMap(ProcessRecord::find)
              .isPresent();
      if (!owned) {
        ended += endAll(run);
        Folders.delete(run);
      }
    }
    return ended;
  }

  private static int endAll(Path run) {
    List<ProcessHandle> alive =
        list(run).stream()
            .filter(file -> file.toString().endsWith(SUFFIX))
            .sorted((left, right) -> modified(right).compareTo(modified(left)))
            .flatMap(file -> ProcessRecord.read(file).stream())
            .flatMap(record -> record.find().stream())
            .toList();
    alive.forEach(process -> ProcessRecord.end(process, GRACE));
    return alive.size();
  }

  private static Path runs(Path data) {
    return data.resolve("run");
  }

  private static String ownerName(ProcessRecord owner) {
    return owner.toString().replace(' ', '-');
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
