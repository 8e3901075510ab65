package kr.gonggu.member.api;

import java.util.List;
import kr.gonggu.member.domain.AccessTokens.PublicKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keys that access tokens are verified with (RFC 7517, section 5). */
@Schema(name = "KeySet", description = "The keys that access tokens are verified with (RFC 7517)")
public record KeySetResponse(@Schema(required = true) List<Key> keys) {

  /** A public key of the curve P-256 (RFC 7518, section 6.2). */
  @Schema(name = "Key", description = "A public key of the curve P-256 (RFC 7518, section 6.2)")
  public record Key(
      @Schema(required = true, example = "EC") String kty,
      @Schema(required = true, example = "sig") String use,
      @Schema(required = true, example = "ES256") String alg,
      @Schema(required = true, example = "P-256") String crv,
      @Schema(required = true, description = "Named by a token's header") String kid,
      @Schema(required = true) String x,
      @Schema(required = true) String y) {}

  static KeySetResponse of(List<PublicKey> keys) {
    return new KeySetResponse(
        keys.stream()
            .map(key -> new Key("EC", "sig", "ES256", "P-256", key.id(), key.x(), key.y()))
            .toList());
  }
}
