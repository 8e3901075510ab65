package kr.gonggu.pwa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * One file of the client as it is sent.
 *
 * @param plain its bytes; not changed after construction
 * @param gzipped the same compressed, or null where that was not worth it
 * @param contentType media type, with the character set of texts
 * @param etag strong, of the plain bytes
 * @param cacheControl how long a browser may keep it without asking
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied for nobody
record ClientFile(
    byte[] plain, byte[] gzipped, String contentType, String etag, String cacheControl) {

  /** Files whose name changes with their contents: whoever has one has the right one for ever. */
  private static final String HASHED = "/assets/";

  private static final String FOREVER = "public, max-age=31536000, immutable";

  /** Kept, but asked about each time: 304 costs next to nothing, a stale shell costs a member. */
  private static final String ASK = "no-cache";

  private static final String TEXT = "; charset=utf-8";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html" + TEXT,
          "js", "text/javascript" + TEXT,
          "css", "text/css" + TEXT,
          "svg", "image/svg+xml",
          "png", "image/png",
          "webmanifest", "application/manifest+json" + TEXT,
          "json", "application/json" + TEXT,
          "txt", "text/plain" + TEXT,
          "woff2", "font/woff2");

  static ClientFile of(String path, byte[] plain, byte[] gzipped) {
    return new ClientFile(
        plain, gzipped, contentType(path), etag(plain), path.startsWith(HASHED) ? FOREVER : ASK);
  }

  /** The tag of the compressed form must be another one: its bytes are others (RFC 9110, 8.8.3). */
  String etag(boolean compressed) {
    return '"' + etag + (compressed ? "-gz" : "") + '"';
  }

  private static String contentType(String path) {
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  private static String etag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new String(
          Base64.getUrlEncoder().withoutPadding().encode(digest), 0, 22, StandardCharsets.US_ASCII);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}
