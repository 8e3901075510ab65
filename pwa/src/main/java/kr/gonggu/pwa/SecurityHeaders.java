package kr.gonggu.pwa;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What a browser is allowed to do with the client: load from this origin only, run no inline code,
 * be framed by nobody, and use no capability but the location that a neighbour may offer.
 */
final class SecurityHeaders {

  /** CSP level 3. Pictures may be drawn in memory (data:, blob:) before they are uploaded. */
  static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "worker-src 'self'",
          "manifest-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", CONTENT_SECURITY_POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Permissions-Policy",
              "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), midi=(),"
                  + " accelerometer=(), gyroscope=(), magnetometer=(), browsing-topics=()");

  private SecurityHeaders() {}

  static void putOn(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }
}
