package kr.gonggu.pwa;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * What a browser is allowed to do with the client: load from this origin only but for the pictures
 * of maps, run no inline code, be framed by nobody, and use no capability but the location that a
 * neighbour may offer.
 */
final class SecurityHeaders {

  private final Map<String, String> headers;

  SecurityHeaders(MapTiles tiles) {
    headers =
        Map.of(
            "Content-Security-Policy", contentSecurityPolicy(tiles),
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy",
                "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), midi=(),"
                    + " accelerometer=(), gyroscope=(), magnetometer=(), browsing-topics=()");
  }

  void putOn(HttpServletResponse response) {
    headers.forEach(response::setHeader);
  }

  /**
   * CSP level 3. Pictures may be drawn in memory (data:, blob:) before they are uploaded, and be
   * those of a map.
   */
  private static String contentSecurityPolicy(MapTiles tiles) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:" + tiles.source().map(source -> " " + source).orElse(""),
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
