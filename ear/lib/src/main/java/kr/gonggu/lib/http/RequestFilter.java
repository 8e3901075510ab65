package kr.gonggu.lib.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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

  private static final String SCOPE = RequestFilter.class.getName();
  private static final String TRACE = Trace.class.getName();
  private static final long MOST_JSON_BYTES = 1024L * 1024;

  /** The largest picture (5 MiB) with the form around it. */
  private static final long MOST_FORM_BYTES = 5 * 1024L * 1024 + 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request) {
    Trace trace =
        new Trace(request.getHeaderString("X-Request-Id"), request.getHeaderString("traceparent"));
    request.setProperty(TRACE, trace);
    request.setProperty(SCOPE, Trace.open(trace));
    MediaType type;
    try {
      type = request.getMediaType();
    } catch (RuntimeException e) {
      throw new Refusal(CommonError.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not well formed.");
    }
    boolean form = type != null && type.getType().equals("multipart");
    long most = form ? MOST_FORM_BYTES : MOST_JSON_BYTES;
    if (request.getLength() > most) {
      throw tooLarge(most);
    }
    if (request.getLength() < 0 && request.hasEntity()) {
      request.setEntityStream(new Limited(request.getEntityStream(), most));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(TRACE) instanceof Trace trace) {
      response.getHeaders().putSingle("X-Request-Id", trace.requestId());
    }
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      Response problem = Problems.ofStatus(response.getStatus());
      if (problem != null) {
        response.setEntity(problem.getEntity(), null, MediaType.valueOf(Problem.MEDIA_TYPE));
      }
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Content-Type-Options", "nosniff");
    if (!headers.containsKey("Cache-Control")) {
      headers.putSingle("Cache-Control", "no-store");
    }
    if (request.getProperty(SCOPE) instanceof Trace.Scope scope) {
      scope.close();
    }
  }

  private static Refusal tooLarge(long most) {
    return new Refusal(CommonError.BODY_TOO_LARGE, "The body may have " + most + " bytes at most.");
  }

  /** A body of unknown length is counted while it is read. */
  private static final class Limited extends FilterInputStream {

    private final long most;
    private long count;

    Limited(InputStream body, long most) {
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

    private void count(int more) {
      count += more;
      if (count > most) {
        throw tooLarge(most);
      }
    }
  }
}
