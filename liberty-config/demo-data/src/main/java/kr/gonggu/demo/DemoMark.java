package kr.gonggu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Remembers in a file, line by line, what of the demo data is made: so that it is made once, and
 * goes on where it was interrupted. The first line is the demo accounts' password, made anew for
 * each market.
 */
public final class DemoMark {

  private static final String COMPLETE = "complete";
  private static final String PASSWORD = "password ";

  private final Path file;
  private final String password;
  private final Set<String> made;

  private DemoMark(Path file, String password, Set<String> made) {
    this.file = file;
    this.password = password;
    this.made = made;
  }

  /** Whether demo data was begun. */
  public static boolean exists(Path file) {
    return Files.isRegularFile(file);
  }

  /**
   * Opens the mark; makes it when there is none.
   *
   * @throws UncheckedIOException when the file cannot be read or written
   */
  public static DemoMark open(Path file) {
    try {
      List<String> lines = new ArrayList<>(exists(file) ? Files.readAllLines(file) : List.of());
      if (lines.isEmpty() || !lines.get(0).startsWith(PASSWORD)) {
        lines = List.of(PASSWORD + newPassword());
      } else if (!Files.readString(file).endsWith("\n")) {
        // Cut off in the middle of a line: that step did not get its mark.
        lines.remove(lines.size() - 1);
      }
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, lines);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return new DemoMark(file, lines.get(0).substring(PASSWORD.length()), new HashSet<>(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Easy to type; it is shown to everybody anyway. */
  private static String newPassword() {
    return String.format(Locale.ROOT, "mandarin-%06d", new SecureRandom().nextInt(1_000_000));
  }

  /** Password of all demo accounts. */
  public String password() {
    return password;
  }

  /** Whether everything is made. */
  public boolean complete() {
    return made(COMPLETE);
  }

  void markComplete() {
    mark(COMPLETE);
  }

  synchronized boolean made(String step) {
    return made.contains(step);
  }

  synchronized void mark(String step) {
    try {
      Files.writeString(file, step + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    made.add(step);
  }
}
