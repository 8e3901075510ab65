package kr.gonggu.benchmark;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Access tokens as the market's member service signs them, made with the key in the market's own
 * data folder: signing in a thousand times would measure nothing but the password hash.
 */
final class Tokens {

  private static final Duration VALIDITY = Duration.ofMinutes(10);
  private static final Duration OLD = Duration.ofMinutes(5);

  private final RSAKey key;
  private final JWSSigner signer;

  private Tokens(RSAKey key) throws JOSEException {
    this.key = key;
    this.signer = new RSASSASigner(key);
  }

  /**
   * @param keys the market's keys folder
   * @throws BenchmarkException when there is no key in it
   */
  static Tokens of(Path keys) {
    try (Stream<Path> files = Files.list(keys)) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().matches("signing-key-.+\\.json"))
              .max(Path::compareTo)
              .orElseThrow(() -> new IOException("no key"));
      return new Tokens(RSAKey.parse(Files.readString(file)));
    } catch (IOException | ParseException | JOSEException e) {
      throw new BenchmarkException(
          "There is no signing key in %s: -Ddata=… must name the data folder with which the market runs."
              .formatted(keys),
          e);
    }
  }

  /**
   * A token.
   *
   * @param text its written form
   * @param madeAt when it was signed
   */
  record Token(String text, Instant madeAt) {

    /** Whether it is time for another. */
    boolean old() {
      return madeAt.plus(OLD).isBefore(Instant.now());
    }
  }

  /** Signs in as a member who may also prove the ledger. */
  Token sign(UUID id, String nickname) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer("gonggu")
            .audience("gonggu")
            .subject(id.toString())
            .claim("upn", nickname)
            .claim("groups", List.of("member", "admin"))
            .claim("sid", UUID.randomUUID().toString())
            .jwtID(UUID.randomUUID().toString())
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
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("The key does not sign", e);
    }
    return new Token(token.serialize(), now);
  }
}
