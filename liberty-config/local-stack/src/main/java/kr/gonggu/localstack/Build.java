package kr.gonggu.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings archives, programs and the EAR up to date with the sources, by Maven, and only when
 * something changed.
 */
final class Build {

  private static final long MEGA = 1_000_000;
  private static final long MEBI = 1024L * 1024;

  private final Path root;
  private final Maven maven;
  private final Children children;
  private final Console console;
  private final List<Archive> archives;

  /**
   * @param root the repository
   * @param maven builds
   * @param children Maven is one of them
   * @param console told of each step
   */
  Build(Path root, Maven maven, Children children, Console console) {
    this.root = root;
    this.maven = maven;
    this.children = children;
    this.console = console;
    this.archives = Archive.neededOn(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The market's deployable. */
  Path ear() {
    return root.resolve("ear/target/gonggu-market.ear");
  }

  private Path stamp() {
    return root.resolve("ear/target/gonggu-market.fingerprint");
  }

  /** Whether the last build was of these very sources. */
  boolean isCurrent() {
    return Files.isRegularFile(ear())
        && Software.isUnpacked(root)
        && read(stamp()).equals(Fingerprint.ofSources(root));
  }

  /** What a build is about to write. */
  List<DiskSpace.Need> needs() {
    long missing =
        archives.stream()
            .mapToLong(archive -> archive.bytes() - archive.fetched(maven.repository()))
            .sum();
    // Measured: some 700 MiB of other artifacts; 850 MiB unpacked, 600 MiB of npm and targets.
    long others = missing > 0 ? 700 : 50;
    return List.of(
        new DiskSpace.Need(maven.repository(), missing / MEBI + others),
        new DiskSpace.Need(root, Software.isUnpacked(root) ? 400 : 1500));
  }

  /**
   * Builds what is not up to date.
   *
   * @throws StackException with a sentence that says what to mend
   */
  void bringUpToDate() {
    try (FileChannel lock = lock()) {
      if (isCurrent()) {
        console.done("built and unpacked already", System.nanoTime());
        return;
      }
      archives.forEach(this::fetch);
      verify();
      String fingerprint = Fingerprint.ofSources(root);
      maven(
          "build PWA, WARs and EAR",
          List.of(
              "package", "-Dmaven.test.skip=true", "-DskipTests", "-Dspotless.check.skip=true"));
      Files.writeString(stamp(), fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One build at a time in a repository; released by closing. */
  private FileChannel lock() throws IOException {
    Path file = Folders.create(root.resolve("target")).resolve("run-build.lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      console.step(
          "wait for another run's build",
          () -> "it works in the same repository",
          () -> {
            try {
              channel.lock();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return channel;
  }

  private void fetch(Archive archive) {
    Path repository = maven.repository();
    if (Files.isRegularFile(archive.in(repository))) {
      return;
    }
    ChildProcess fetching =
        maven.start(
            children,
            "fetch",
            root,
            List.of(
                "--non-recursive",
                "dependency:get",
                "-Dtransitive=false",
                "-Dartifact=" + archive.coordinates()));
    console.step(
        "fetch %s %s".formatted(archive.name(), archive.version()),
        () -> "%d of %d MB".formatted(archive.fetched(repository) / MEGA, archive.bytes() / MEGA),
        () -> succeed(fetching));
  }

  /** Looks at an archive only once, until it changes. */
  private void verify() {
    Path known = root.resolve("liberty-config/runtime/target/archives.verified");
    String state = archives.stream().map(this::state).collect(Collectors.joining("\n"));
    if (read(known).equals(state)) {
      return;
    }
    console.step(
        "check the archives",
        () -> "reading them whole",
        () -> archives.forEach(archive -> archive.verify(maven.repository())));
    try {
      Folders.create(known.getParent());
      Files.writeString(known, state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String state(Archive archive) {
    Path file = archive.in(maven.repository());
    try {
      return "%s %d %d %s"
          .formatted(
              file, Files.size(file), Files.getLastModifiedTime(file).toMillis(), archive.sha256());
    } catch (IOException e) {
      throw new StackException(
          "The archive %s is missing though it was just fetched: run the command again."
              .formatted(file),
          e);
    }
  }

  private void maven(String step, List<String> goals) {
    ChildProcess building = maven.start(children, "build", root, new ArrayList<>(goals));
    console.step(step, () -> MavenLog.doing(building.log()), () -> succeed(building));
  }

  private static void succeed(ChildProcess run) {
    int status = run.awaitEnd();
    run.stop();
    if (status != 0) {
      throw MavenLog.failure(run.log());
    }
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
