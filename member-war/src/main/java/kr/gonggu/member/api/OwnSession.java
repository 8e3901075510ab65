package kr.gonggu.member.api;

import jakarta.json.JsonString;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session that an access token was issued for (claim {@code sid}). */
final class OwnSession {

  private OwnSession() {}

  /** Empty when nobody is signed in, or the token names no session. */
  static Optional<UUID> of(SecurityContext security) {
    if (!(security.getUserPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    Object claim = token.getClaim("sid");
    // Implementations differ in how they give claims of no registered type.
    String text = claim instanceof JsonString json ? json.getString() : (String) claim;
    return Optional.ofNullable(text).map(UUID::fromString);
  }
}
