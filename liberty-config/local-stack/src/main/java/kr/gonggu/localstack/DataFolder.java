package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder in which everything lies that must survive, for one run at a time. */
final class DataFolder implements AutoCloseable {

  private static final String LOCK = "lock";
  private static final String MARKER = "gonggu-market-data";

  /** Stays when all else is emptied: the lock itself, and programs, which hold no data. */
  private static final Set<String> KEPT = Set.of(LOCK, "software");

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Takes a folder for this process alone, and makes it when there is none.
   *
   * @throws StackException when another run has it, or it cannot be written to
   */
  static DataFolder open(Path path) {
    FileChannel channel = null;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock taken = channel.tryLock();
      if (taken == null) {
        throw inUse(path, channel);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new DataFolder(path, channel);
    } catch (OverlappingFileLockException e) {
      throw inUse(path, channel);
    } catch (IOException e) {
      throw new StackException(
          "The data folder %s cannot be used (%s: %s): choose another with -Ddata=…."
              .formatted(path, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  private static StackException inUse(Path path, FileChannel lock) {
    return new StackException(
        "The data folder %s is in use by another run%s: end that one, or choose another folder with -Ddata=…."
            .formatted(path, holder(lock)));
  }

  private static String holder(FileChannel lock) {
    try (lock) {
      ByteBuffer text = ByteBuffer.allocate(20);
      lock.read(text, 0);
      String pid = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
      return pid.matches("\\d+") ? " (process " + pid + ")" : "";
    } catch (IOException e) {
      return "";
    }
  }

  Path path() {
    return path;
  }

  /**
   * Looks whether the folder may be filled: it is empty or was filled by this command.
   *
   * @throws StackException when it holds somebody else's files
   */
  void claim() {
    List<String> names = names();
    boolean claimed = names.contains(MARKER);
    if (!claimed && names.stream().anyMatch(name -> !name.equals(LOCK))) {
      throw new StackException(
          "The folder %s holds files that are not this command's: choose an empty or a new one with -Ddata=…."
              .formatted(path));
    }
    try {
      Files.writeString(path.resolve(MARKER), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the market's data. */
  void empty() {
    for (String name : names()) {
      if (!KEPT.contains(name) && !name.equals(MARKER)) {
        Folders.delete(path.resolve(name));
      }
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
