package kr.gonggu.push.infrastructure;

import static kr.gonggu.lib.json.Jsonp.JSON;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.gonggu.push.domain.P256;

/**
 * Voluntary Application Server Identification (RFC 8292): tells a push service who is calling, with
 * a token signed ES256 that is good at that push service only.
 */
final class Vapid {

  /** RFC 8292, section 2: at most 24 h; clocks differ. */
  private static final Duration LIFE = Duration.ofHours(12);

  /** A token is used again for a while, as section 5 advises: signing costs. */
  private static final Duration REUSE = Duration.ofHours(1);

  private static final String HEADER =
      base64(JSON.createObjectBuilder().add("typ", "JWT").add("alg", "ES256").build().toString());

  private final ECPrivateKey privateKey;
  private final String publicKey;
  private final String contact;

  /** By origin, of which there are a handful. */
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String text, Instant renewAt) {}

  /**
   * @param contact whom the push service may turn to: a {@code mailto:} or {@code https:} address
   */
  Vapid(ECPrivateKey privateKey, ECPublicKey publicKey, String contact) {
    this.privateKey = privateKey;
    this.publicKey = Base64.getUrlEncoder().withoutPadding().encodeToString(P256.bytes(publicKey));
    this.contact = contact;
  }

  /** The public key in base64url. */
  String publicKey() {
    return publicKey;
  }

  /**
   * The value of {@code Authorization} (RFC 8292, section 3).
   *
   * @param origin of the push service
   */
  String authorization(String origin, Instant now) {
    Token token =
        tokens.compute(
            origin,
            (o, known) ->
                known != null && now.isBefore(known.renewAt())
                    ? known
                    : new Token(sign(origin, now.plus(LIFE)), now.plus(REUSE)));
    return "vapid t=" + token.text() + ", k=" + publicKey;
  }

  private String sign(String origin, Instant end) {
    String claims =
        base64(
            JSON.createObjectBuilder()
                .add("aud", origin)
                .add("exp", end.getEpochSecond())
                .add("sub", contact)
                .build()
                .toString());
    String signed = HEADER + "." + claims;
    try {
      // RFC 7518, section 3.4: the two numbers one after the other, not in ASN.1.
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(privateKey);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
