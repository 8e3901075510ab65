package kr.gonggu.lib.http;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import kr.gonggu.lib.trace.Trace;

/**
 * The problem for what the container refuses before any resource sees it, such as an address that
 * is not well formed; its own page would be HTML and tell which container it is. Every service's
 * web.xml names it as the error page (Jakarta Servlet 6.0, section 10.9.2).
 */
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  // Thread-safe by specification, and expensive to build.
  private static final Jsonb JSONB = JsonbBuilder.create();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Trace trace =
        new Trace(request.getHeader(RequestFilter.REQUEST_ID), request.getHeader("traceparent"));
    try (Response problem =
        Problems.ofStatus(
            status(request), new Occurrence(trace.requestId(), Locale.KOREAN, false))) {
      response.setStatus(problem.getStatus());
      response.setContentType(Problem.MEDIA_TYPE);
      response.setHeader(RequestFilter.REQUEST_ID, trace.requestId());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      String retryAfter = problem.getHeaderString(HttpHeaders.RETRY_AFTER);
      if (retryAfter != null) {
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
      }
      RequestFilter.PROTECTION.forEach(response::setHeader);
      response
          .getOutputStream()
          .write(JSONB.toJson(problem.getEntity()).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** What the container says it is; asked for by its own address, this page does not exist. */
  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            && status >= 400
        ? status
        : HttpServletResponse.SC_NOT_FOUND;
  }
}
