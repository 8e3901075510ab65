package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tells whether anything changed in a folder: a digest of path, size and time of every file, which
 * reads no file.
 */
final class Fingerprint {

  /** Made from sources or about them, and by name of file or folder. */
  private static final Set<String> NOT_SOURCE =
      Set.of("target", "node_modules", "dist", "dev-dist", "generated", "e2e", "test-results");

  private Fingerprint() {}

  /** Of everything that the market is built from; tests, documents and hidden files are not. */
  static String ofSources(Path root) {
    Predicate<Path> source =
        path -> {
          String name = path.getFileName().toString();
          return !name.startsWith(".")
              && !NOT_SOURCE.contains(name)
              && !name.endsWith(".md")
              && !name.endsWith(".log")
              && !path.endsWith(Path.of("src", "test"));
        };
    SortedSet<String> lines = new TreeSet<>();
    collect(root, root, source, lines);
    // Another compiler may make another result.
    lines.add("java " + Runtime.version());
    return digest(lines);
  }

  /** Of everything in some folders of a folder. */
  static String of(Path root, List<String> folders) {
    SortedSet<String> lines = new TreeSet<>();
    folders.forEach(folder -> collect(root, root.resolve(folder), path -> true, lines));
    return digest(lines);
  }

  private static void collect(
      Path root, Path folder, Predicate<Path> wanted, SortedSet<String> lines) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
              return entered.equals(folder) || wanted.test(entered)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (wanted.test(file)) {
                lines.add(
                    "%s %d %d"
                        .formatted(
                            root.relativize(file),
                            attributes.size(),
                            attributes.lastModifiedTime().toMillis()));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // An editor's or another build's file that was there a moment ago.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(SortedSet<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
