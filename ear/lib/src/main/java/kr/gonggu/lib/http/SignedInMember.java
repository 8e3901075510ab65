package kr.gonggu.lib.http;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who sends this request, as the verified access token says.
 *
 * @param id member id (claim {@code sub})
 * @param nickname at the time of signing (claim {@code upn})
 * @param groups roles
 */
public record SignedInMember(UUID id, String nickname, Set<String> groups) {

  /**
   * The member behind a request.
   *
   * @throws Refusal {@code UNAUTHENTICATED} when nobody is signed in
   */
  public static SignedInMember of(SecurityContext context) {
    if (context != null && context.getUserPrincipal() instanceof JsonWebToken token) {
      try {
        return new SignedInMember(
            UUID.fromString(token.getSubject()), token.getName(), Set.copyOf(token.getGroups()));
      } catch (IllegalArgumentException | NullPointerException e) {
        throw new Refusal(CommonError.UNAUTHENTICATED, "The access token names no member.");
      }
    }
    throw new Refusal(CommonError.UNAUTHENTICATED, "Sign in first.");
  }

  /** Whether this is an operator. */
  public boolean admin() {
    return groups.contains("admin");
  }
}
