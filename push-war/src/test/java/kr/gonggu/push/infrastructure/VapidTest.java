package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import kr.gonggu.push.domain.P256;
import org.junit.jupiter.api.Test;

class VapidTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:30:00Z");
  private static final String ORIGIN = "https://updates.push.services.mozilla.com";

  private final KeyPair pair = P256.newPair();
  private final Vapid vapid =
      new Vapid(
          (ECPrivateKey) pair.getPrivate(),
          (ECPublicKey) pair.getPublic(),
          "mailto:help@gonggu.kr");

  @Test
  void aPushServiceCanVerifyWhoCalls() throws Exception {
    SignedJWT token = token(vapid.authorization(ORIGIN, NOW));

    assertThat(token.verify(new ECDSAVerifier((ECPublicKey) pair.getPublic()))).isTrue();
    assertThat(token.getHeader().toJSONObject())
        .containsEntry("alg", "ES256")
        .containsEntry("typ", "JWT");
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(ORIGIN);
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mailto:help@gonggu.kr");
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isAfter(Date.from(NOW))
        .isBeforeOrEqualTo(Date.from(NOW.plus(Duration.ofHours(24))));
  }

  @Test
  void theKeyIsNamedAsTheBrowserSubscribedWithIt() {
    String header = vapid.authorization(ORIGIN, NOW);

    assertThat(header).startsWith("vapid t=").endsWith(", k=" + vapid.publicKey());
    assertThat(Base64.getUrlDecoder().decode(vapid.publicKey()))
        .hasSize(65)
        .isEqualTo(P256.bytes((ECPublicKey) pair.getPublic()));
  }

  @Test
  void aTokenIsUsedAgainForAWhileAndAtItsPushServiceOnly() {
    String first = vapid.authorization(ORIGIN, NOW);

    assertThat(vapid.authorization(ORIGIN, NOW.plusSeconds(600))).isEqualTo(first);
    assertThat(vapid.authorization("https://fcm.googleapis.com", NOW)).isNotEqualTo(first);
    assertThat(vapid.authorization(ORIGIN, NOW.plus(Duration.ofHours(2)))).isNotEqualTo(first);
  }

  private static SignedJWT token(String header) throws Exception {
    return SignedJWT.parse(header.substring("vapid t=".length(), header.indexOf(',')));
  }
}
