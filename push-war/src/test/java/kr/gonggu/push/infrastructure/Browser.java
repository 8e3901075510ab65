package kr.gonggu.push.infrastructure;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * The receiving side of RFC 8291 and RFC 8188, as a browser has it: with Bouncy Castle throughout,
 * and nothing of the service's.
 */
public final class Browser {

  private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
  private static final ECDomainParameters DOMAIN = new ECDomainParameters(P256);

  private final ECPrivateKeyParameters privateKey;
  private final byte[] publicKey;
  private final byte[] auth;

  /** A new subscription's keys. */
  public Browser() {
    this(
        BigIntegers.createRandomInRange(
            BigInteger.ONE, P256.getN().subtract(BigInteger.ONE), new SecureRandom()),
        new SecureRandom().generateSeed(16));
  }

  /**
   * Known keys.
   *
   * @param secret the private key
   * @param auth 16 bytes
   */
  public Browser(BigInteger secret, byte[] auth) {
    this.privateKey = new ECPrivateKeyParameters(secret, DOMAIN);
    this.publicKey = P256.getG().multiply(secret).normalize().getEncoded(false);
    this.auth = auth;
  }

  /** As {@code PushSubscription.toJSON()} gives it. */
  public String p256dh() {
    return base64(publicKey);
  }

  /** As {@code PushSubscription.toJSON()} gives it. */
  public String auth() {
    return base64(auth);
  }

  /**
   * What a service worker would get of a request's body.
   *
   * @throws IllegalStateException when this browser cannot decrypt it
   */
  public String read(byte[] body) {
    ByteBuffer header = ByteBuffer.wrap(body);
    byte[] salt = new byte[16];
    header.get(salt);
    int recordSize = header.getInt();
    byte[] sender = new byte[header.get() & 0xff];
    header.get(sender);
    byte[] record = new byte[header.remaining()];
    header.get(record);
    if (record.length > recordSize) {
      throw new IllegalStateException("More than one record");
    }

    ECDHBasicAgreement agreement = new ECDHBasicAgreement();
    agreement.init(privateKey);
    byte[] shared =
        BigIntegers.asUnsignedByteArray(
            32,
            agreement.calculateAgreement(
                new ECPublicKeyParameters(P256.getCurve().decodePoint(sender), DOMAIN)));
    byte[] input =
        hkdf(shared, auth, Arrays.concatenate(ascii("WebPush: info\0"), publicKey, sender), 32);
    byte[] key = hkdf(input, salt, ascii("Content-Encoding: aes128gcm\0"), 16);
    byte[] nonce = hkdf(input, salt, ascii("Content-Encoding: nonce\0"), 12);

    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(false, new AEADParameters(new KeyParameter(key), 128, nonce));
    byte[] padded = new byte[cipher.getOutputSize(record.length)];
    try {
      int length = cipher.processBytes(record, 0, record.length, padded, 0);
      cipher.doFinal(padded, length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    if (padded[end] != 2) {
      throw new IllegalStateException("Not the last record");
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }

  private static byte[] hkdf(byte[] input, byte[] salt, byte[] info, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(input, salt, info));
    byte[] output = new byte[length];
    generator.generateBytes(output, 0, length);
    return output;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
