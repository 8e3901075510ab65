package kr.gonggu.pwa;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An error in the form of every error of the market (RFC 9457), with the codes that the services
 * use. Written by hand: there is nothing to bind.
 */
enum Problem {
  BAD_REQUEST(400, "The request is not well formed", "This is no address."),
  FORBIDDEN(403, "This is not yours", "This is nobody's to ask for."),
  NOT_FOUND(404, "No such thing", "There is nothing at this address."),
  METHOD_NOT_ALLOWED(
      405, "This address does not know that method", "The client can be read, not written."),
  INTERNAL(500, "Something went wrong on our side", "Please try again later.");

  private final int status;
  private final String title;
  private final String detail;

  Problem(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** The nearest to a status that the container found. */
  static Problem of(Integer status) {
    if (status == null) {
      return NOT_FOUND;
    }
    for (Problem problem : values()) {
      if (problem.status == status) {
        return problem;
      }
    }
    return status < 500 ? BAD_REQUEST : INTERNAL;
  }

  void sendTo(HttpServletResponse response, boolean head) throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    if (!head) {
      response.getOutputStream().write(json().getBytes(StandardCharsets.UTF_8));
    }
  }

  private String json() {
    return """
        {"type":"urn:gonggu:problem:%s","title":"%s","status":%d,"code":"%s","detail":"%s"}"""
        .formatted(
            name().toLowerCase(Locale.ROOT).replace('_', '-'), title, status, name(), detail);
  }
}
