package kr.gonggu.localstack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The servers' programs, unpacked. */
public final class Software {

  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final String ARCH = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
  private static final List<String> PROGRAMS = List.of("liberty", "mysql", "kafka", "redis");

  /** What is taken out of an archive or fetched at first use. */
  private static final String EXTRAS = "extras";

  /** {@code $1} is an empty folder; lists of packages that were never fetched go there, too. */
  private static final String FETCH_LIBAIO =
      """
      cd "$1" || exit 1
      download() { "$1" download libaio1t64 || "$1" download libaio1; }
      own() { apt-get -o "Dir::State=$PWD/state" -o "Dir::Cache=$PWD/cache" "$@"; }
      download apt-get || {
        mkdir -p state/lists/partial cache/archives/partial
        own update && download own
      } || exit 1
      for package in *.deb; do dpkg -x "$package" . || exit 1; done
      # Debian 13 and Ubuntu 24.04 renamed the library (64-bit time), not its interface.
      renamed=$(find . -name 'libaio.so.1t64*' | head -n 1)
      [ -z "$renamed" ] || ln -sf "$(basename "$renamed")" "$(dirname "$renamed")/libaio.so.1"
      """;

  private final Path home;

  private Software(Path home, boolean unpacked) {
    this.home = home;
    if (!unpacked) {
      throw new StackException(
          "MySQL, Kafka, Redis and Open Liberty are not unpacked in %s: mvn package -pl liberty-config/runtime -am does it."
              .formatted(home));
    }
  }

  /**
   * The programs where the Maven module {@code liberty-config/runtime} unpacks them.
   *
   * @param root the repository
   * @throws StackException when they are not there
   */
  public Software(Path root) {
    this(unpackedBy(root), isUnpacked(root));
  }

  /** Whether the Maven module has unpacked everything. */
  static boolean isUnpacked(Path root) {
    Path target = unpackedBy(root);
    return Files.isRegularFile(target.resolve("mysql/bin/mysqld"))
        && Files.isDirectory(target.resolve("kafka"))
        && Files.isRegularFile(target.resolve("liberty/wlp/bin/tools/ws-server.jar"))
        && Files.isRegularFile(target.resolve("redis/embedded-redis.jar"));
  }

  private static Path unpackedBy(Path root) {
    return root.resolve("liberty-config/runtime/target");
  }

  /**
   * These programs under another folder, so that a running market does not lose them when the
   * repository is cleaned or built anew beside it. The files are linked, not copied, where the
   * system can: they take no room then.
   *
   * @param folder holds one folder per state of the programs; earlier ones are deleted, so nobody
   *     else may use it
   */
  Software keptIn(Path folder) {
    Path kept = folder.resolve(state());
    try {
      if (!Files.isDirectory(kept)) {
        Folders.delete(folder);
        Path part = Folders.create(folder.resolve("part"));
        for (String program : PROGRAMS) {
          Folders.link(home.resolve(program), part.resolve(program));
        }
        if (Files.isDirectory(home.resolve(EXTRAS))) {
          Folders.link(home.resolve(EXTRAS), part.resolve(EXTRAS));
        }
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Software(kept, true);
  }

  /** Whether {@link #keptIn} has nothing to do. */
  boolean isKeptIn(Path folder) {
    return Files.isDirectory(folder.resolve(state()));
  }

  private String state() {
    return Fingerprint.of(home, PROGRAMS).substring(0, 16);
  }

  /** Open Liberty's install folder. */
  public Path liberty() {
    return home.resolve("liberty/wlp");
  }

  Path mysqld() {
    return home.resolve("mysql/bin/mysqld");
  }

  Path mysqlHome() {
    return home.resolve("mysql");
  }

  /** Class path of the Kafka broker. */
  String kafkaClassPath() {
    return home.resolve("kafka") + File.separator + "*";
  }

  /** This JVM's own {@code java}. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Whether this runs as root, which mysqld wants to be told. */
  static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The Redis server for this machine, taken out of its archive at first use. */
  Path redis() {
    Path binary = extras().resolve("redis-server");
    if (Files.isExecutable(binary)) {
      return binary;
    }
    String wanted = (OS.contains("mac") ? "darwin" : "linux") + "-" + (isArm() ? "arm64" : "amd64");
    try (JarFile archive = new JarFile(redisArchive().toFile())) {
      ZipEntry entry =
          archive.stream()
              .filter(e -> e.getName().contains("redis-server") && e.getName().endsWith(wanted))
              .findFirst()
              .orElseThrow(
                  () ->
                      new StackException(
                          "There is no Redis server for %s on %s here: start one yourself and give its address with -Dredis=redis://host:port."
                              .formatted(OS, ARCH)));
      Path part = Files.createTempFile(binary.getParent(), "redis", ".part");
      try (InputStream in = archive.getInputStream(entry)) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      makeExecutable(part);
      Files.move(part, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return binary;
    } catch (IOException e) {
      throw new StackException(
          "The archive %s cannot be read (%s): delete it and run the command again."
              .formatted(redisArchive(), e.getMessage()),
          e);
    }
  }

  private Path extras() {
    return Folders.create(home.resolve(EXTRAS));
  }

  private Path redisArchive() {
    return home.resolve("redis/embedded-redis.jar");
  }

  private static boolean isArm() {
    return ARCH.contains("aarch64") || ARCH.contains("arm64");
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Environment that lets mysqld find {@code libaio.so.1}, which it wants and many machines lack.
   * Where the system has none, the distribution's package is unpacked beside the server, which
   * needs no root.
   *
   * @throws StackException when it is missing and cannot be had
   */
  Map<String, String> libraries() {
    try {
      makeExecutable(mysqld());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!OS.contains("linux") || run("ldd \"$1\" | grep -q 'libaio.*not found'", mysqld()) != 0) {
      return Map.of();
    }
    Path folder = extras().resolve("libaio");
    Optional<Path> library = libaio(folder);
    if (library.isEmpty()) {
      fetchLibaio(folder);
      library = libaio(folder);
    }
    String path =
        library
            .orElseThrow(
                () ->
                    new StackException(
                        "MySQL needs the library libaio.so.1, which this machine lacks and which"
                            + " could not be fetched: install it (Debian: libaio1 or libaio1t64,"
                            + " Fedora: libaio) or point -Dmysql=mysql://user:password@host:port at"
                            + " a server of your own."))
            .getParent()
            .toString();
    return Map.of("LD_LIBRARY_PATH", path);
  }

  private static void fetchLibaio(Path folder) {
    try {
      Path part = Files.createTempDirectory(folder.getParent(), "libaio");
      int status = run(FETCH_LIBAIO, part);
      if (status == 0 && libaio(part).isPresent() && !Files.exists(folder)) {
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      Folders.delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> libaio(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().equals("libaio.so.1")).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(String script, Path argument) {
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", script, "sh", argument.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        ProcessRecord.end(process.toHandle(), Duration.ofSeconds(5));
        return -1;
      }
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
