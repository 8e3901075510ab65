package kr.gonggu.push.infrastructure;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import kr.gonggu.push.domain.P256;

/**
 * The market's VAPID key in the keys folder, as a private JSON Web Key that only its owner may
 * read. Made once by whichever instance comes first: every browser subscribes for this very key, so
 * another one would make all subscriptions worthless.
 */
final class VapidKeyFile {

  private static final String NAME = "vapid-key.json";

  private final Path folder;

  VapidKeyFile(Path folder) {
    this.folder = folder;
  }

  /** A key pair. */
  record Keys(ECPrivateKey privateKey, ECPublicKey publicKey) {

    @Override
    public String toString() {
      return "Keys[…]";
    }
  }

  /**
   * Finds the key, or makes it. A folder in which it is in place may be read-only.
   *
   * @throws IOException when the folder cannot be used, or holds what is no key
   */
  Keys open() throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      publish(file);
    }
    return read(file);
  }

  /** Whole or not at all, and never over another instance's: a link fails where a file is. */
  private void publish(Path file) throws IOException {
    Path part = Files.createTempFile(folder, ".vapid-key", ".part", ownerOnly());
    try {
      Files.writeString(part, text(P256.newPair()));
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException e) {
      // Another instance was quicker: its key is the market's.
    } finally {
      Files.delete(part);
    }
  }

  private static String text(KeyPair pair) {
    byte[] point = P256.bytes((ECPublicKey) pair.getPublic());
    return JSON.createObjectBuilder()
        .add("kty", "EC")
        .add("crv", "P-256")
        .add("x", base64(Arrays.copyOfRange(point, 1, 1 + P256.FIELD_BYTES)))
        .add("y", base64(Arrays.copyOfRange(point, 1 + P256.FIELD_BYTES, P256.PUBLIC_BYTES)))
        .add("d", base64(P256.bytes((ECPrivateKey) pair.getPrivate())))
        .build()
        .toString();
  }

  private static Keys read(Path file) throws IOException {
    try (JsonReader reader = JSON.createReader(new StringReader(Files.readString(file)))) {
      JsonObject key = reader.readObject();
      byte[] point = new byte[P256.PUBLIC_BYTES];
      point[0] = 4;
      System.arraycopy(coordinate(key, "x"), 0, point, 1, P256.FIELD_BYTES);
      System.arraycopy(coordinate(key, "y"), 0, point, 1 + P256.FIELD_BYTES, P256.FIELD_BYTES);
      return new Keys(P256.privateKey(coordinate(key, "d")), P256.publicKey(point));
    } catch (JsonException | IllegalArgumentException e) {
      // Never with its cause, which may quote the key.
      throw new IOException(file.getFileName() + " is no private key of the curve P-256");
    }
  }

  private static byte[] coordinate(JsonObject key, String name) {
    byte[] bytes = Base64.getUrlDecoder().decode(key.getString(name, ""));
    if (bytes.length != P256.FIELD_BYTES) {
      throw new IllegalArgumentException(name);
    }
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
