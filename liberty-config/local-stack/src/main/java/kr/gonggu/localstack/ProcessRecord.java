package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process as it is remembered on disk.
 *
 * @param pid process id
 * @param birth what tells the process from a later one with the same id. On Linux the kernel's own
 *     start count (proc(5), starttime) and the id of this boot, since a start time in seconds since
 *     1970 moves whenever the clock is set; elsewhere that start time, which other kernels store.
 */
record ProcessRecord(long pid, String birth) {

  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/stat"));

  /** A living process; one that has just ended gets a record that finds nothing. */
  static ProcessRecord of(ProcessHandle process) {
    return new ProcessRecord(process.pid(), birth(process.pid()).orElse("gone"));
  }

  /** This process. */
  static ProcessRecord self() {
    return of(ProcessHandle.current());
  }

  /**
   * Reads a record in its written form.
   *
   * @return nothing when the text is none
   */
  static Optional<ProcessRecord> parse(String text) {
    String[] parts = text.strip().split(" ", 2);
    return parts.length == 2 && parts[0].matches("\\d{1,10}")
        ? Optional.of(new ProcessRecord(Long.parseLong(parts[0]), parts[1]))
        : Optional.empty();
  }

  /** Reads a record from a file; nothing when there is none in it. */
  static Optional<ProcessRecord> read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes the record; a reader sees all of it or nothing. */
  void write(Path file) {
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, toString());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, when it is still the same one and alive. */
  Optional<ProcessHandle> find() {
    return birth(pid).filter(birth::equals).flatMap(same -> ProcessHandle.of(pid));
  }

  /** The written form. */
  @Override
  public String toString() {
    return pid + " " + birth;
  }

  private static Optional<String> birth(long pid) {
    if (!HAS_PROC) {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .flatMap(process -> process.info().startInstant())
          .map(start -> Long.toString(start.toEpochMilli()));
    }
    try {
      String stat =
          Files.readString(
              PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
      // The program's name stands in parentheses and may itself hold spaces and parentheses.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      boolean ended = fields.get(0).equals("Z") || fields.get(0).equals("X");
      return ended ? Optional.empty() : Optional.of(fields.get(19) + "@" + boot());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String boot() throws IOException {
    Path id = PROC.resolve("sys/kernel/random/boot_id");
    return Files.isReadable(id) ? Files.readString(id).strip() : "";
  }

  /** Asks a process to end, makes it after the grace, and ends what it started with it. */
  static void end(ProcessHandle process, Duration grace) {
    if (!process.isAlive()) {
      return;
    }
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
