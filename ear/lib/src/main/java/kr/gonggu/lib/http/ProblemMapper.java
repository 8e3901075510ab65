package kr.gonggu.lib.http;

import jakarta.json.bind.JsonbException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/**
 * Everything thrown becomes a problem. The nested classes repeat that for types for which Jakarta
 * REST implementations bring mappers of their own, which would win otherwise (Jakarta RESTful Web
 * Services 3.1, section 4.4).
 */
class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {

  @Context HttpHeaders headers;

  @Override
  public Response toResponse(T thrown) {
    return Problems.of(thrown, Occurrence.of(headers));
  }

  /** Everything that has no nearer mapper. */
  static final class Any extends ProblemMapper<Throwable> {}

  /** Bean Validation. */
  static final class Invalid extends ProblemMapper<ValidationException> {}

  /** Routing, negotiation, security. */
  static final class Web extends ProblemMapper<WebApplicationException> {}

  /** Reading and writing of bodies. */
  static final class Processing extends ProblemMapper<ProcessingException> {}

  /** Binding of bodies. */
  static final class Json extends ProblemMapper<JsonbException> {}
}
