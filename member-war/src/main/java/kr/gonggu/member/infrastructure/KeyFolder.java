package kr.gonggu.member.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import kr.gonggu.lib.id.UuidV7;

/**
 * The folder in which the signing keys lie. See {@link KeyRing} for what is in it and how keys are
 * rotated.
 */
final class KeyFolder {

  private static final String PRIVATE_PREFIX = "signing-key-";
  private static final String PRIVATE_SUFFIX = ".json";
  private static final String PUBLIC = "jwks.json";
  private static final String MARKER = "signs";
  private static final String LOCK = ".lock";

  /** At least 2048 says RFC 7518, section 3.3. */
  private static final int BITS = 2048;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final Comparator<RSAKey> BY_AGE =
      Comparator.comparing(
              RSAKey::getIssueTime, Comparator.nullsFirst(Comparator.<Date>naturalOrder()))
          .thenComparing(RSAKey::getKeyID);

  private final Path folder;
  private final Clock clock;

  KeyFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * The keys of a market.
   *
   * @param signing signs, and is one of all
   * @param all the oldest first
   */
  record Keys(RSAKey signing, List<RSAKey> all) {

    /** Who verifies needs no more than this. */
    JWKSet published() {
      return new JWKSet(all.stream().<JWK>map(RSAKey::toPublicJWK).toList());
    }

    @Override
    public String toString() {
      return "Keys[" + signing.getKeyID() + " of " + all.size() + "]";
    }
  }

  /**
   * Finds the keys, makes the first one when there is none, and publishes what is not published
   * yet. Any number of instances may do so at once; a folder in which all is in place is only read,
   * and may be read-only.
   *
   * @throws IOException when the folder cannot be used, or holds what is no key
   */
  Keys open() throws IOException {
    Files.createDirectories(folder);
    Optional<Keys> present = read();
    if (present.isPresent() && isPublished(present.get())) {
      return present.get();
    }
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      // Another instance may have been quicker.
      Keys keys = read().orElse(null);
      if (keys == null) {
        RSAKey first = newKey();
        write(PRIVATE_PREFIX + first.getKeyID() + PRIVATE_SUFFIX, first.toJSONString(), OWNER_ONLY);
        keys = new Keys(first, List.of(first));
      }
      if (!isPublished(keys)) {
        write(PUBLIC, keys.published().toString(), READABLE);
      }
      return keys;
    }
  }

  private Optional<Keys> read() throws IOException {
    List<RSAKey> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(KeyFolder::isPrivateKey).toList()) {
        all.add(parse(file));
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    all.sort(BY_AGE);
    return Optional.of(new Keys(signing(all), List.copyOf(all)));
  }

  private RSAKey signing(List<RSAKey> all) throws IOException {
    Path marker = folder.resolve(MARKER);
    if (!Files.exists(marker)) {
      return all.get(all.size() - 1);
    }
    String id = Files.readString(marker).strip();
    return all.stream()
        .filter(key -> key.getKeyID().equals(id))
        .findFirst()
        .orElseThrow(() -> new IOException(marker + " names no key that is there: " + id));
  }

  private static boolean isPrivateKey(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PRIVATE_PREFIX) && name.endsWith(PRIVATE_SUFFIX);
  }

  private static RSAKey parse(Path file) throws IOException {
    try {
      RSAKey key = RSAKey.parse(Files.readString(file));
      if (!key.isPrivate() || key.size() < BITS || key.getKeyID() == null) {
        throw new IOException(
            file + " is no private RSA key of at least " + BITS + " bits with a key id");
      }
      return key;
    } catch (ParseException e) {
      throw new IOException(file + " is no JSON Web Key of the type RSA", e);
    }
  }

  private boolean isPublished(Keys keys) throws IOException {
    Path file = folder.resolve(PUBLIC);
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return JWKSet.parse(Files.readString(file)).getKeys().equals(keys.published().getKeys());
    } catch (ParseException e) {
      return false;
    }
  }

  private RSAKey newKey() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyID(UuidV7.next().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .issueTime(Date.from(clock.instant()))
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Between processes; within one process the platform throws instead of waiting. */
  private static FileLock lock(FileChannel channel) throws IOException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException e) {
        // another class loader of this process holds it
      }
      if (System.nanoTime() > end) {
        throw new IOException("Another instance does not let go of the keys folder");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Whole or not at all: a reader sees the file as it was or as it will be. */
  private void write(String name, String text, Set<PosixFilePermission> permissions)
      throws IOException {
    Path part = folder.resolve("." + name + ".part");
    Files.deleteIfExists(part);
    try (FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            attributes(permissions))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
