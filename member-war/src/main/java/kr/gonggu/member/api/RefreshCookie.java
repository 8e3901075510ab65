package kr.gonggu.member.api;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import kr.gonggu.member.domain.RefreshToken;

/**
 * The cookie that holds the refresh token: out of reach of scripts, of plain connections and of
 * other sites, and sent to the sessions resource only.
 */
final class RefreshCookie {

  static final String NAME = "refresh";

  /** As the browser sees it; only there a refresh token is ever needed. */
  private static final String PATH = "/api/member/sessions";

  private RefreshCookie() {}

  /**
   * @param lifetime how long the browser keeps it
   */
  static NewCookie of(RefreshToken token, Duration lifetime) {
    return cookie(token.text(), Math.toIntExact(lifetime.toSeconds()));
  }

  /** Makes the browser forget the cookie. */
  static NewCookie gone() {
    return cookie("", 0);
  }

  private static NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path(PATH)
        .maxAge(seconds)
        .httpOnly(true)
        .secure(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
