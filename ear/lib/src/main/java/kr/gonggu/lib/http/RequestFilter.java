package kr.gonggu.lib.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.trace.Trace;

/**
 * Before anything else: request id, trace context and the limit on bodies. After everything else:
 * headers that every answer has, and a problem for an error that came without a body.
 */
@PreMatching
@Priority(0)
final class RequestFilter implements ContainerRequestFilter, ContainerResponseFilter {

  static final String REQUEST_ID = "X-Request-Id";

  /** Nothing that an API answers is a page: OWASP REST Security Cheat Sheet, "Security Headers". */
  static final Map<String, String> PROTECTION =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private static final String SCOPE = RequestFilter.class.getName();
  private static final String TRACE = Trace.class.getName();
  private static final int MOST_JSON_BYTES = 1024 * 1024;

  /** The largest picture (5 MiB) with the form around it. */
  private static final int MOST_FORM_BYTES = 5 * 1024 * 1024 + 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    Trace trace =
        new Trace(request.getHeaderString(REQUEST_ID), request.getHeaderString("traceparent"));
    request.setProperty(TRACE, trace);
    request.setProperty(SCOPE, Trace.open(trace));
    // For whoever knows the request's headers but not its thread.
    request.getHeaders().put(REQUEST_ID, List.of(trace.requestId()));
    MediaType type;
    try {
      type = request.getMediaType();
      if (type == null && mayHaveBody(request.getMethod())) {
        // Implementations answer 415 to a body without a type, and to none at all, before anybody
        // has looked at who asks. RFC 9110, section 8.3, lets the recipient assume one.
        type = MediaType.APPLICATION_JSON_TYPE;
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
      }
    } catch (RuntimeException e) {
      throw new Refusal(CommonError.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not well formed.");
    }
    int most = most(type);
    // A length is the server's promise: it reads no more.
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
    if (request.getLength() < 0 && request.hasEntity()) {
      request.setEntityStream(new Limited(request.getEntityStream(), most));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MultivaluedMap<String, Object> headers = response.getHeaders();
    int status = response.getStatus();
    if (status >= 400 && !response.hasEntity()) {
      Response problem = Problems.ofStatus(status, occurrence(request));
      response.setEntity(
          problem.getEntity(), new Annotation[0], MediaType.valueOf(Problem.MEDIA_TYPE));
      Object retryAfter = problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
      if (retryAfter != null) {
        headers.computeIfAbsent(HttpHeaders.RETRY_AFTER, name -> List.of(retryAfter));
      }
    }
    if (status == 401) {
      // A server's own challenge ("Basic") would make browsers ask for a password in a window of
      // theirs. RFC 6750, section 3: no error code when no token was sent.
      headers.putSingle(
          HttpHeaders.WWW_AUTHENTICATE,
          request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
              ? "Bearer"
              : "Bearer error=\"invalid_token\"");
    }
    if (request.getProperty(TRACE) instanceof Trace trace) {
      headers.putSingle(REQUEST_ID, trace.requestId());
    }
    PROTECTION.forEach(headers::putSingle);
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (request.getProperty(SCOPE) instanceof Trace.Scope scope) {
      scope.close();
    }
  }

  private static Occurrence occurrence(ContainerRequestContext request) {
    return request.getProperty(TRACE) instanceof Trace trace
        ? new Occurrence(trace.requestId(), Locale.KOREAN, false)
        : Occurrence.unknown();
  }

  private static boolean mayHaveBody(String method) {
    return !method.equals(HttpMethod.GET)
        && !method.equals(HttpMethod.HEAD)
        && !method.equals(HttpMethod.OPTIONS);
  }

  private static int most(MediaType type) {
    return type != null
            && (type.getType().equalsIgnoreCase("multipart")
                || type.getType().equalsIgnoreCase("image"))
        ? MOST_FORM_BYTES
        : MOST_JSON_BYTES;
  }

  private static Refusal tooLarge(int most) {
    return new Refusal(CommonError.BODY_TOO_LARGE, "The body may have " + most + " bytes at most.");
  }

  /** A body of unknown length is counted while it is read. */
  private static final class Limited extends FilterInputStream {

    private final int most;
    private long count;

    Limited(InputStream body, int most) {
      super(body);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) {
      count += more;
      if (count > most) {
        throw tooLarge(most);
      }
    }
  }
}
