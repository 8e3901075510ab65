package kr.gonggu.member.infrastructure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id, version 19 (RFC 9106), with parameters, salt and hash of one password.
 *
 * @param memoryKib working memory
 * @param iterations passes over it
 * @param parallelism lanes
 */
record Argon2id(int memoryKib, int iterations, int parallelism) {

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** What a stored text says. */
  record Stored(Argon2id parameters, byte[] salt, byte[] hash) {

    /** Whether it was made of this password; takes the same time either way. */
    boolean matches(String password) {
      return MessageDigest.isEqual(hash, parameters.hash(password, salt, hash.length));
    }
  }

  /**
   * Reads a stored text.
   *
   * @throws IllegalArgumentException when it is none of this algorithm
   */
  static Stored parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("No Argon2id hash in PHC string format");
    }
    return new Stored(
        new Argon2id(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3))),
        Base64.getDecoder().decode(parts.group(4)),
        Base64.getDecoder().decode(parts.group(5)));
  }

  /** The text to store. */
  String phc(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib,
            iterations,
            parallelism,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /** The slow part. */
  byte[] hash(String password, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(parallelism)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }
}
