package kr.gonggu.localstack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The servers' programs, as the Maven module {@code liberty-config/runtime} unpacks them. */
public final class Software {

  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final String ARCH = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

  private final Path target;

  /**
   * @param root the repository
   */
  public Software(Path root) {
    this.target = root.resolve("liberty-config/runtime/target");
  }

  /** Whether everything is unpacked. */
  boolean complete() {
    return Files.isRegularFile(mysqld())
        && Files.isDirectory(target.resolve("kafka"))
        && Files.isRegularFile(target.resolve("liberty/wlp/bin/tools/ws-server.jar"))
        && Files.isRegularFile(redisArchive());
  }

  /** Open Liberty's install folder. */
  public Path liberty() {
    return target.resolve("liberty/wlp");
  }

  Path mysqld() {
    return target.resolve("mysql/bin/mysqld");
  }

  Path mysqlHome() {
    return target.resolve("mysql");
  }

  /** Class path of the Kafka broker. */
  String kafkaClassPath() {
    return target.resolve("kafka") + File.separator + "*";
  }

  /** This JVM's own {@code java}. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** The Redis server for this machine, taken out of its archive at first use. */
  Path redis() {
    Path binary = target.resolve("redis/redis-server");
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

  private Path redisArchive() {
    return target.resolve("redis/embedded-redis.jar");
  }

  private static boolean isArm() {
    return ARCH.contains("aarch64") || ARCH.contains("arm64");
  }

  static void makeExecutable(Path file) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Environment that lets mysqld find {@code libaio.so.1}, which it wants and many machines lack.
   * Where the system has none, the distribution's package is unpacked beside the server, which
   * needs no root.
   */
  Map<String, String> libraries() {
    if (!OS.contains("linux")
        || run("sh", "-c", "ldd '" + mysqld() + "' | grep -q 'libaio.*not found'") != 0) {
      return Map.of();
    }
    Path folder = target.resolve("libaio");
    Optional<Path> library = find(folder);
    if (library.isEmpty()) {
      fetchLibaio(folder);
      library = find(folder);
    }
    String path =
        library
            .orElseThrow(
                () ->
                    new StackException(
                        "MySQL needs the library libaio.so.1, which this machine lacks and which could not be fetched: install it (Debian: libaio1 or libaio1t64, Fedora: libaio) or point -Dmysql=mysql://user:password@host:port at a server of your own."))
            .getParent()
            .toString();
    return Map.of("LD_LIBRARY_PATH", path);
  }

  private static void fetchLibaio(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String lists =
        "-o Dir::State="
            + folder
            + "/state -o Dir::Cache="
            + folder
            + "/cache -o Debug::NoLocking=1";
    String script =
        """
        cd '%s' || exit 1
        get() { apt-get $1 download libaio1t64 || apt-get $1 download libaio1; }
        get '' || { mkdir -p state/lists/partial cache/archives/partial; apt-get %s update && get '%s'; } || exit 1
        for package in *.deb; do dpkg -x "$package" . || exit 1; done
        # Debian 13 and Ubuntu 24.04 renamed the library (64-bit time), not its interface.
        find . -name 'libaio.so.1t64*' | head -n 1 | while read -r file; do ln -sf "$(basename "$file")" "$(dirname "$file")/libaio.so.1"; done
        """
            .formatted(folder, lists, lists);
    run("sh", "-c", script);
  }

  private static Optional<Path> find(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().equals("libaio.so.1")).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int run(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
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
