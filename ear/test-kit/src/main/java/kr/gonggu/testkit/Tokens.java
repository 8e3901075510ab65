package kr.gonggu.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Access tokens as member signs them, for services that are tested without member: a key of the
 * test's own, published in the keys folder that the service under test reads.
 */
public final class Tokens {

  /** Lies beside the key set, so that every JVM of one module's tests signs with the same key. */
  private static final String TEST_KEY = "test-signing-key.json";

  private final RSAKey key;

  private Tokens(RSAKey key) {
    this.key = key;
  }

  /**
   * Makes a key and its {@code jwks.json}, or finds those of an earlier call.
   *
   * @param keysFolder the folder that the service gets as {@code GONGGU_KEYS_FOLDER}
   */
  public static synchronized Tokens in(Path keysFolder) {
    try {
      Files.createDirectories(keysFolder);
      Path own = keysFolder.resolve(TEST_KEY);
      if (Files.exists(own)) {
        return new Tokens(RSAKey.parse(Files.readString(own)));
      }
      RSAKey key = newKey();
      // Two published keys, as during a rotation: the service must choose by key id.
      Files.writeString(
          keysFolder.resolve("jwks.json"),
          new JWKSet(List.of(newKey().toPublicJWK(), key.toPublicJWK())).toString());
      Files.writeString(own, key.toJSONString());
      return new Tokens(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Signs as member itself does, with the key that it made.
   *
   * @param keysFolder the folder that member got as {@code GONGGU_KEYS_FOLDER}
   */
  public static Tokens ofMember(Path keysFolder) {
    try (Stream<Path> files = Files.list(keysFolder)) {
      Path own =
          files
              .filter(file -> file.getFileName().toString().startsWith("signing-key-"))
              .findFirst()
              .orElseThrow();
      return new Tokens(RSAKey.parse(Files.readString(own)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A valid token of an ordinary member. */
  public String member(UUID id, String nickname) {
    return sign(key, claims(id, nickname, List.of("member")));
  }

  /** A valid token of an operator. */
  public String admin(UUID id, String nickname) {
    return sign(key, claims(id, nickname, List.of("member", "admin")));
  }

  /** A token signed with the right key and claims that the caller spoils. */
  public String spoilt(UUID id, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    JWTClaimsSet good = claims(id, "spoilt", List.of("member"));
    return sign(key, spoil.apply(new JWTClaimsSet.Builder(good)).build());
  }

  /** Everything right but the key. */
  public String forged(UUID id) {
    return sign(newKey(), claims(id, "forged", List.of("member")));
  }

  /** Unsigned: {@code alg: none}. */
  public String unsigned(UUID id) {
    return new PlainJWT(claims(id, "unsigned", List.of("member"))).serialize();
  }

  /** Out of date for an hour. */
  public String expired(UUID id) {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    return spoilt(
        id,
        claims ->
            claims.issueTime(Date.from(past.minusSeconds(600))).expirationTime(Date.from(past)));
  }

  private static JWTClaimsSet claims(UUID id, String nickname, List<String> groups) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("gonggu")
        .audience("gonggu")
        .subject(id.toString())
        .claim("upn", nickname)
        .claim("groups", groups)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
        .build();
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .type(JOSEObjectType.JWT)
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
