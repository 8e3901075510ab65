package kr.gonggu.member.api;

import java.util.List;
import kr.gonggu.member.domain.AccessTokens.PublicKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keys that access tokens are verified with (RFC 7517, section 5). */
@Schema(name = "KeySet", description = "The keys that access tokens are verified with (RFC 7517)")
public record KeySetResponse(@Schema(required = true) List<Key> keys) {

  /** A public RSA key (RFC 7518, section 6.3). */
  @Schema(name = "Key", description = "A public RSA key (RFC 7518, section 6.3)")
  public record Key(
      @Schema(required = true, example = "RSA") String kty,
      @Schema(required = true, example = "sig") String use,
      @Schema(required = true, example = "RS256") String alg,
      @Schema(required = true, description = "Named by a token's header") String kid,
      @Schema(required = true, description = "Modulus") String n,
      @Schema(required = true, example = "AQAB", description = "Exponent") String e) {}

  static KeySetResponse of(List<PublicKey> keys) {
    return new KeySetResponse(
        keys.stream()
            .map(key -> new Key("RSA", "sig", "RS256", key.id(), key.modulus(), key.exponent()))
            .toList());
  }
}
