package kr.gonggu.lib.http;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import kr.gonggu.lib.event.TransientFailure;
import kr.gonggu.lib.trace.Trace;

/** Turns whatever a request threw into the one problem that a client may see. */
final class Problems {

  private static final Logger LOG = System.getLogger(Problems.class.getName());
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

  /** How Jakarta REST implementations name the parameter that did not convert. */
  private static final Pattern PARAMETER =
      Pattern.compile("(?:Query|Path|Header|Cookie|Form|Matrix)Param\\(\"?(?:value=)?\"?([\\w-]+)");

  /** How JSON-B implementations name the property that did not bind. */
  private static final Pattern PROPERTY = Pattern.compile("property '?\"?([\\w.]+)");

  private Problems() {}

  static Response of(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return response(
            refusal.code(),
            refusal.getMessage(),
            refusal.violations(),
            refusal.retryAfter().orElse(null));
      }
      if (cause instanceof ConstraintViolationException invalid) {
        return invalid(invalid);
      }
      if (cause instanceof OptimisticLockException) {
        return response(
            CommonError.VERSION_CONFLICT, "Somebody changed it meanwhile: read it again.");
      }
      if (cause instanceof JsonbException
          || cause instanceof JsonException
          || cause instanceof java.time.DateTimeException) {
        return malformed(cause);
      }
    }
    if (TransientFailure.is(thrown)) {
      LOG.log(Level.WARNING, "Something behind this service is down: {0}", thrown.toString());
      return response(
          CommonError.UNAVAILABLE, "Please try again in a moment.", List.of(), TRY_AGAIN);
    }
    if (thrown instanceof WebApplicationException web) {
      return web(web);
    }
    if (thrown instanceof ProcessingException || thrown instanceof IllegalArgumentException) {
      Matcher parameter = PARAMETER.matcher(String.valueOf(thrown.getMessage()));
      if (parameter.find()) {
        return badParameter(parameter.group(1));
      }
    }
    return unexpected(thrown);
  }

  static Response response(ErrorCode code, String detail) {
    return response(code, detail, List.of(), null);
  }

  static Response response(
      ErrorCode code, String detail, List<Violation> violations, Duration retryAfter) {
    return response(
        code, detail, violations, retryAfter, "urn:gonggu:request:" + Trace.current().requestId());
  }

  private static Response response(
      ErrorCode code,
      String detail,
      List<Violation> violations,
      Duration retryAfter,
      String instance) {
    int status = code.kind().status();
    Response.ResponseBuilder response =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .header("Cache-Control", "no-store")
            .entity(
                new Problem(
                    "urn:gonggu:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    code.title(),
                    status,
                    code.name(),
                    detail,
                    instance,
                    violations.isEmpty() ? null : violations));
    if (retryAfter != null) {
      response.header("Retry-After", Math.max(1, retryAfter.toSeconds()));
    }
    if (status == 401) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.build();
  }

  private static Response invalid(ConstraintViolationException invalid) {
    List<Violation> violations =
        invalid.getConstraintViolations().stream()
            .map(violation -> new Violation(field(violation), violation.getMessage()))
            .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
            .toList();
    return response(
        CommonError.VALIDATION_FAILED,
        violations.stream()
            .map(violation -> violation.field() + ": " + violation.message())
            .collect(Collectors.joining("; ")),
        violations,
        null);
  }

  /** The path in the client's JSON: without the Java method and its parameter. */
  private static String field(ConstraintViolation<?> violation) {
    List<Path.Node> nodes =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false).toList();
    String properties =
        nodes.stream()
            .filter(
                node ->
                    node.getKind() == ElementKind.PROPERTY
                        || node.getKind() == ElementKind.CONTAINER_ELEMENT)
            .map(Path.Node::toString)
            .collect(Collectors.joining("."));
    if (!properties.isEmpty()) {
      return properties;
    }
    return nodes.isEmpty() ? "body" : nodes.get(nodes.size() - 1).getName();
  }

  private static Response malformed(Throwable cause) {
    if (cause instanceof JsonParsingException) {
      return response(CommonError.MALFORMED_JSON, "The body is not well-formed JSON.");
    }
    Matcher property = PROPERTY.matcher(String.valueOf(cause.getMessage()));
    if (property.find()) {
      String field = property.group(1);
      return response(
          CommonError.MALFORMED_JSON,
          "The value of " + field + " has the wrong type or is not one of those allowed.",
          List.of(new Violation(field, "has the wrong type or is not one of those allowed")),
          null);
    }
    return response(
        CommonError.MALFORMED_JSON, "The body does not have the form that is expected here.");
  }

  private static Response web(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    Matcher parameter = PARAMETER.matcher(String.valueOf(web.getMessage()));
    if ((status == 404 || status == 400)
        && parameter.find()
        && !String.valueOf(web.getMessage()).contains("PathParam")) {
      // Jakarta REST answers 404 to a query parameter that does not convert; it is the client's
      // input that is wrong, not the address.
      return badParameter(parameter.group(1));
    }
    Response problem = ofStatus(status);
    if (problem == null) {
      return status >= 400 ? unexpected(web) : web.getResponse();
    }
    String allow = web.getResponse().getHeaderString("Allow");
    return allow == null ? problem : Response.fromResponse(problem).header("Allow", allow).build();
  }

  /** The problem for a status that came without one, or null for an unknown status. */
  static Response ofStatus(int status) {
    return switch (status) {
      case 400 -> response(CommonError.MALFORMED_JSON, "The request is not well formed.");
      case 401 -> response(CommonError.UNAUTHENTICATED, "Sign in first.");
      case 403 -> response(CommonError.FORBIDDEN, "This is not yours.");
      case 404 -> response(CommonError.NOT_FOUND, "There is nothing at this address.");
      case 405 ->
          response(CommonError.METHOD_NOT_ALLOWED, "This address does not know that method.");
      case 406 -> response(CommonError.NOT_ACCEPTABLE, "Ask for application/json.");
      case 413 -> response(CommonError.BODY_TOO_LARGE, "The body is too large.");
      case 415 ->
          response(CommonError.UNSUPPORTED_MEDIA_TYPE, "This kind of body is not understood here.");
      case 503 ->
          response(CommonError.UNAVAILABLE, "Please try again in a moment.", List.of(), TRY_AGAIN);
      default -> null;
    };
  }

  private static Response badParameter(String name) {
    return response(
        CommonError.VALIDATION_FAILED,
        name + ": has the wrong type or is not one of those allowed",
        List.of(new Violation(name, "has the wrong type or is not one of those allowed")),
        null);
  }

  private static Response unexpected(Throwable thrown) {
    String id = Trace.current().requestId();
    LOG.log(Level.ERROR, "Unexpected failure, request " + id, thrown);
    return response(
        CommonError.INTERNAL,
        "Please try again later. If it stays like this, tell us the number of this request.");
  }
}
