package kr.gonggu.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings EAR and servers up to date with the sources, by Maven, and only when something changed.
 */
final class Build {

  private static final Pattern MODULE = Pattern.compile("Building (\\S+).*\\[(\\d+/\\d+)]");
  private static final Pattern DOWNLOAD = Pattern.compile("Downloading from \\S+: (\\S+)");
  private static final Pattern BROKEN_ARCHIVE =
      Pattern.compile("(?:Error unpacking file:?|Failed to unpack) (\\S+\\.zip)");
  private static final Pattern NETWORK =
      Pattern.compile(
          "Could not transfer artifact (\\S+)|Could not find artifact (\\S+)|Premature end"
              + " of|UnknownHostException|Connect(?:ion)? (?:timed out|refused|reset)");

  private final Path root;
  private final Path log;
  private final String mavenHome;
  private final Path repository;
  private volatile String doing = "";
  private volatile Process maven;

  /**
   * @param root the repository
   * @param log file for Maven's output
   * @param mavenHome the Maven that runs this command
   * @param repository the local Maven repository
   */
  Build(Path root, Path log, String mavenHome, Path repository) {
    this.root = root;
    this.log = log;
    this.mavenHome = mavenHome;
    this.repository = repository;
  }

  /** The market's deployable. */
  Path ear() {
    return root.resolve("ear/target/gonggu-market.ear");
  }

  private Path stamp() {
    return root.resolve("ear/target/gonggu-market.fingerprint");
  }

  /** Whether the last build is of these very sources. */
  boolean current() {
    try {
      return Files.isRegularFile(ear())
          && Software.isUnpacked(root)
          && Files.isRegularFile(stamp())
          && Files.readString(stamp()).equals(Fingerprint.ofSources(root));
    } catch (IOException e) {
      return false;
    }
  }

  /** What is being done just now. */
  String doing() {
    return doing;
  }

  /**
   * Builds everything but tests.
   *
   * @throws StackException with a sentence that says what to mend
   */
  void run() {
    String fingerprint = Fingerprint.ofSources(root);
    Deque<String> last = new ArrayDeque<>();
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(mavenHome, "bin", "mvn").toString(),
                  "-B",
                  "-f",
                  root.resolve("pom.xml").toString(),
                  "package",
                  "-Dmaven.test.skip=true",
                  "-Dspotless.check.skip=true",
                  "-Dmaven.repo.local=" + repository)
              .directory(root.toFile())
              .redirectErrorStream(true);
      maven = builder.start();
      maven.getOutputStream().close();
      try (BufferedReader output = maven.inputReader(StandardCharsets.UTF_8);
          Writer copy = Files.newBufferedWriter(log)) {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
          copy.write(line + "\n");
          follow(line);
          last.addLast(line);
          if (last.size() > 400) {
            last.removeFirst();
          }
        }
      }
      if (maven.waitFor() != 0) {
        throw failure(List.copyOf(last));
      }
      Files.writeString(stamp(), fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("The build was interrupted.", e);
    }
  }

  /** Ends a build that is under way. */
  void stop() {
    Process running = maven;
    if (running != null && running.isAlive()) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
  }

  private void follow(String line) {
    Matcher module = MODULE.matcher(line);
    if (module.find()) {
      doing = module.group(1) + " (" + module.group(2) + ")";
      return;
    }
    Matcher download = DOWNLOAD.matcher(line);
    if (download.find()) {
      String url = download.group(1);
      String file = url.substring(url.lastIndexOf('/') + 1);
      doing = "fetching " + file;
      if (file.endsWith(".zip")) {
        watch(url, file);
      }
    }
  }

  /** The big archives take long enough to want a count of megabytes. */
  private void watch(String url, String file) {
    Process running = maven;
    Thread thread =
        new Thread(
            () -> {
              while (running.isAlive() && doing.startsWith("fetching " + file)) {
                doing =
                    String.format(
                        Locale.ROOT, "fetching %s, %d MB so far", file, megabytes(url, file));
                try {
                  Thread.sleep(1000);
                } catch (InterruptedException e) {
                  return;
                }
              }
            },
            "download");
    thread.setDaemon(true);
    thread.start();
  }

  private long megabytes(String url, String file) {
    String[] segments = url.split("/", -1);
    for (int i = 3; i < segments.length - 1; i++) {
      Path folder = repository;
      for (int j = i; j < segments.length - 1; j++) {
        folder = folder.resolve(segments[j]);
      }
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          return files
                  .filter(candidate -> candidate.getFileName().toString().contains(file))
                  .mapToLong(candidate -> candidate.toFile().length())
                  .max()
                  .orElse(0)
              / 1_000_000;
        } catch (IOException e) {
          return 0;
        }
      }
    }
    return 0;
  }

  private StackException failure(List<String> lines) {
    for (String line : lines) {
      Matcher broken = BROKEN_ARCHIVE.matcher(line);
      if (broken.find()) {
        Path archive = Path.of(broken.group(1));
        archive.toFile().delete();
        return new StackException(
            "The archive %s was corrupt and has been deleted: run the command again, and it is fetched anew."
                .formatted(archive.getFileName()));
      }
    }
    for (String line : lines) {
      Matcher network = NETWORK.matcher(line);
      if (network.find()) {
        String what = network.group(1) == null ? network.group(2) : network.group(1);
        return new StackException(
            "A download failed%s: check the network (or the proxy in ~/.m2/settings.xml) and run the command again with -U; what is complete is kept."
                .formatted(what == null ? "" : " (" + what + ")"));
      }
    }
    String errors =
        lines.stream()
            .filter(line -> line.startsWith("[ERROR]"))
            .limit(8)
            .map(line -> "\n    " + line)
            .collect(Collectors.joining());
    return new StackException(
        "The build failed; the whole output is in %s.%s".formatted(log, errors));
  }
}
