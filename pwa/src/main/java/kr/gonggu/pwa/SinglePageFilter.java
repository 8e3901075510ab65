package kr.gonggu.pwa;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Every address that is no file is a route of the PWA and gets its page; every answer gets the
 * headers that a browser protects its user by (OWASP HTTP Headers Cheat Sheet).
 */
@WebFilter("/*")
public class SinglePageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String PAGE = "/index.html";
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "img-src 'self' data: blob:",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (isFile(path)) {
      // What the bundler names by its content never changes; everything else is asked for again.
      response.setHeader(
          "Cache-Control",
          path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
      chain.doFilter(request, response);
    } else if (isRoute(request, path)) {
      response.setHeader("Cache-Control", "no-cache");
      request.getRequestDispatcher(PAGE).forward(request, response);
    } else {
      notFound(response);
    }
  }

  private boolean isFile(String path) throws IOException {
    return path.lastIndexOf('.') > path.lastIndexOf('/')
        && !path.startsWith("/WEB-INF")
        && !path.startsWith("/META-INF")
        && getServletContext().getResource(path) != null;
  }

  private static boolean isRoute(HttpServletRequest request, String path) {
    String accept = request.getHeader("Accept");
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    boolean page = path.equals("/") || (accept != null && accept.contains("text/html"));
    boolean named = path.lastIndexOf('.') > path.lastIndexOf('/');
    return reads && page && !named && !path.startsWith("/api/");
  }

  /**
   * The form of every error of the market (RFC 9457), written by hand: there is nothing to bind.
   */
  private static void notFound(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response
        .getOutputStream()
        .write(
            """
            {"type":"urn:gonggu:problem:not-found","title":"No such thing","status":404,\
            "code":"NOT_FOUND","detail":"There is nothing at this address."}"""
                .getBytes(StandardCharsets.UTF_8));
  }
}
