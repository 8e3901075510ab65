package kr.gonggu.member.infrastructure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the secrets of refresh tokens, and what may be kept of them. */
final class RefreshSecrets {

  private static final int NAME_BYTES = 16;
  private static final int SECRET_BYTES = 32;
  private static final byte[] SUCCESSOR =
      "gonggu refresh successor".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();

  /** A secret name for a session: 128 random bits. */
  String newFamily() {
    return random(NAME_BYTES);
  }

  /** A secret: 256 random bits. */
  String newSecret() {
    return random(SECRET_BYTES);
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  /**
   * What is kept of a secret. A plain hash is enough: there are too many secrets to try.
   *
   * @return SHA-256 in hexadecimal digits
   */
  String fingerprint(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Seals a successor so that only who presents its predecessor can open it: exclusive or with a
   * pad that is derived from the predecessor and, since a secret has one successor, used once.
   */
  String seal(String successor, String predecessor) {
    return xor(successor, pad(predecessor));
  }

  /** Opens what {@link #seal} sealed. */
  String open(String sealed, String predecessor) {
    return xor(sealed, pad(predecessor));
  }

  private static byte[] pad(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return mac.doFinal(SUCCESSOR);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String xor(String text, byte[] pad) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= pad[i];
    }
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
