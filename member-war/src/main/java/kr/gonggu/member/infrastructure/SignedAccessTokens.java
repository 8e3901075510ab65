package kr.gonggu.member.infrastructure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.member.domain.AccessToken;
import kr.gonggu.member.domain.AccessTokens;
import kr.gonggu.member.domain.Member;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Access tokens as MicroProfile JWT 2.1, section 5, wants them, signed with RS256: a token is
 * signed once and verified with every request in every service, which costs RSA a twentieth of what
 * it costs ECDSA. {@code sid} names the session (OpenID Connect's registered claim), so that a
 * member's own session can be told from the others.
 */
@ApplicationScoped
public class SignedAccessTokens implements AccessTokens {

  private static final Duration VALIDITY = Duration.ofMinutes(10);

  @Inject KeyRing keyRing;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "gonggu.issuer", defaultValue = "gonggu")
  String issuer;

  @Inject
  @ConfigProperty(name = "gonggu.audience", defaultValue = "gonggu")
  String audience;

  @Override
  public AccessToken issue(Member member, UUID session, Set<String> groups) {
    RSAKey key = keyRing.keys().signing();
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(member.id().toString())
            .claim("upn", member.nickname().value())
            .claim("groups", List.copyOf(groups))
            .claim("sid", session.toString())
            .jwtID(UuidV7.next().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALIDITY)))
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key does not sign", e);
    }
    return new AccessToken(token.serialize(), VALIDITY);
  }

  @Override
  public List<PublicKey> keys() {
    return keyRing.keys().all().stream()
        .map(
            key ->
                new PublicKey(
                    key.getKeyID(),
                    key.getModulus().toString(),
                    key.getPublicExponent().toString()))
        .toList();
  }

  @Override
  public boolean ready() {
    return keyRing.open();
  }
}
