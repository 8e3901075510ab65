package kr.gonggu.push.infrastructure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kr.gonggu.push.domain.P256;
import kr.gonggu.push.domain.Subscription;

/**
 * Message Encryption for Web Push (RFC 8291): the content coding {@code aes128gcm} (RFC 8188) with
 * a key that is agreed with the device, in one record.
 */
final class Aes128Gcm {

  /** Bytes that fit into the smallest body which every push service takes (RFC 8291, section 4). */
  static final int MOST_PLAINTEXT = 3_993;

  private static final int RECORD_BYTES = 4_096;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Ends the plaintext of the last record (RFC 8188, section 2). */
  private static final byte LAST_RECORD = 2;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Aes128Gcm() {}

  /**
   * Encrypts with a fresh key pair and salt.
   *
   * @param plaintext at most {@value #MOST_PLAINTEXT} bytes
   * @return the body of the request
   */
  static byte[] encrypt(byte[] plaintext, Subscription.Keys device) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return encrypt(plaintext, device, P256.newPair(), salt);
  }

  static byte[] encrypt(byte[] plaintext, Subscription.Keys device, KeyPair own, byte[] salt) {
    if (plaintext.length > MOST_PLAINTEXT) {
      throw new IllegalArgumentException("too long for one push: " + plaintext.length);
    }
    byte[] ownPublic = P256.bytes((ECPublicKey) own.getPublic());
    try {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(own.getPrivate());
      agreement.doPhase(device.p256dh(), true);
      // RFC 8291, section 3.4; HKDF is RFC 5869, of which one block is enough everywhere here.
      byte[] input =
          expand(
              hmac(device.auth(), agreement.generateSecret()),
              joined(ascii("WebPush: info\0"), P256.bytes(device.p256dh()), ownPublic),
              P256.FIELD_BYTES);
      byte[] random = hmac(salt, input);
      byte[] key = expand(random, ascii("Content-Encoding: aes128gcm\0"), KEY_BYTES);
      byte[] nonce = expand(random, ascii("Content-Encoding: nonce\0"), NONCE_BYTES);

      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      byte[] record = cipher.doFinal(joined(plaintext, new byte[] {LAST_RECORD}));
      // RFC 8188, section 2.1: salt, record size, key id, which is our public key.
      byte[] sizes =
          ByteBuffer.allocate(5).putInt(RECORD_BYTES).put((byte) ownPublic.length).array();
      return joined(salt, sizes, ownPublic, record);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] expand(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(hmac(key, joined(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }
}
