package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class P256Test {

  @Test
  void keysSurviveTheirBytes() {
    // Every 256th coordinate begins with a zero, which must not be lost.
    IntStream.range(0, 600)
        .forEach(
            i -> {
              KeyPair pair = P256.newPair();
              byte[] point = P256.bytes((ECPublicKey) pair.getPublic());
              byte[] secret = P256.bytes((ECPrivateKey) pair.getPrivate());
              assertThat(P256.bytes(P256.publicKey(point))).isEqualTo(point);
              assertThat(P256.bytes(P256.privateKey(secret))).isEqualTo(secret);
            });
  }

  @Test
  void aPointBesideTheCurveIsRefused() {
    byte[] point = P256.bytes((ECPublicKey) P256.newPair().getPublic());
    point[64] ^= 1;

    assertThatThrownBy(() -> P256.publicKey(point)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoPointIsRefused() {
    byte[] compressed = new byte[33];
    compressed[0] = 2;
    byte[] infinity = new byte[65];
    infinity[0] = 4;
    byte[] large = new byte[65];
    java.util.Arrays.fill(large, (byte) 0xff);
    large[0] = 4;

    for (byte[] none : new byte[][] {new byte[0], compressed, new byte[65], infinity, large}) {
      assertThatThrownBy(() -> P256.publicKey(none)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> P256.privateKey(new byte[32]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
