package kr.gonggu.push.domain;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on the curve P-256, as Web Push writes them (RFC 8291, section 3.1). */
public final class P256 {

  /** Bytes of a public key: 4 and the two coordinates (SEC 1, section 2.3.3). */
  public static final int PUBLIC_BYTES = 65;

  /** Bytes of a coordinate and of a private key. */
  public static final int FIELD_BYTES = 32;

  private static final byte UNCOMPRESSED = 4;
  private static final ECParameterSpec CURVE = curve();

  private P256() {}

  /** A new key pair. */
  public static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A public key as 65 bytes. */
  public static byte[] bytes(ECPublicKey key) {
    byte[] bytes = new byte[PUBLIC_BYTES];
    bytes[0] = UNCOMPRESSED;
    put(key.getW().getAffineX(), bytes, 1);
    put(key.getW().getAffineY(), bytes, 1 + FIELD_BYTES);
    return bytes;
  }

  /** A private key as 32 bytes. */
  public static byte[] bytes(ECPrivateKey key) {
    byte[] bytes = new byte[FIELD_BYTES];
    put(key.getS(), bytes, 0);
    return bytes;
  }

  /**
   * A public key from its 65 bytes.
   *
   * @throws IllegalArgumentException when they are no point of the curve: agreeing on a secret with
   *     such a point could give our own key away (NIST SP 800-56A, section 5.6.2.3)
   */
  public static ECPublicKey publicKey(byte[] bytes) {
    if (bytes.length != PUBLIC_BYTES || bytes[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException("must be an uncompressed point of 65 bytes");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + FIELD_BYTES));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + FIELD_BYTES, PUBLIC_BYTES));
    BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
    BigInteger right =
        x.pow(3).add(CURVE.getCurve().getA().multiply(x)).add(CURVE.getCurve().getB());
    if (x.compareTo(p) >= 0
        || y.compareTo(p) >= 0
        || y.pow(2).subtract(right).mod(p).signum() != 0) {
      throw new IllegalArgumentException("is no point of the curve P-256");
    }
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC")
              .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * A private key from its 32 bytes.
   *
   * @throws IllegalArgumentException when they are none
   */
  public static ECPrivateKey privateKey(byte[] bytes) {
    BigInteger secret = new BigInteger(1, bytes);
    if (secret.signum() == 0 || secret.compareTo(CURVE.getOrder()) >= 0) {
      throw new IllegalArgumentException("is no private key of the curve P-256");
    }
    try {
      return (ECPrivateKey)
          KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, CURVE));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void put(BigInteger value, byte[] bytes, int offset) {
    byte[] signed = value.toByteArray();
    int length = Math.min(signed.length, FIELD_BYTES);
    System.arraycopy(signed, signed.length - length, bytes, offset + FIELD_BYTES - length, length);
  }

  private static ECParameterSpec curve() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
