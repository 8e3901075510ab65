package kr.gonggu.lib.http;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.ErrorCode;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.error.Violation;
import kr.gonggu.lib.event.TransientFailure;
import kr.gonggu.lib.id.UuidV7;

/**
 * Turns whatever a request threw into the one problem that a client may see.
 *
 * <p>Titles and details are plain English for developers: the PWA speaks to people by {@code code}.
 * Only what Bean Validation says about a field comes in the client's language.
 */
final class Problems {

  private static final Logger LOG = System.getLogger(Problems.class.getName());
  private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
  private static final String UNFIT = "has the wrong type or is not one of those allowed";

  /** MySQL, ER_DUP_ENTRY. */
  private static final int DUPLICATE_ENTRY = 1062;

  /** How Jakarta REST implementations name the parameter that did not convert. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(Query|Path|Header|Cookie|Form|Matrix)Param\\(\"?(?:value=)?\"?([^\\s\"()]+)");

  /** How JSON-B implementations name the property that did not bind. */
  private static final Pattern PROPERTY = Pattern.compile("property '?\"?([\\w]+)");

  private Problems() {}

  static Response of(Throwable thrown, Occurrence occurrence) {
    List<Throwable> chain = chain(thrown);
    // Readers and transactions wrap what was thrown: a rule's no is a rule's no wherever it lies.
    Optional<Refusal> refusal = first(chain, Refusal.class);
    if (refusal.isPresent()) {
      return refused(refusal.get(), occurrence);
    }
    Optional<ConstraintViolationException> invalid =
        first(chain, ConstraintViolationException.class).filter(Violations::ofRequest);
    if (invalid.isPresent()) {
      return invalid(invalid.get(), occurrence);
    }
    if (isReading(chain)) {
      Optional<Throwable> json =
          first(chain, one -> one instanceof JsonbException || one instanceof JsonException);
      if (json.isPresent()) {
        return malformed(chain, occurrence);
      }
      if (first(chain, IOException.class).isPresent()) {
        return response(CommonError.BAD_REQUEST, "The body cannot be read.", occurrence);
      }
    }
    if (first(chain, OptimisticLockException.class).isPresent()) {
      return response(
          occurrence.conditional() ? CommonError.VERSION_CONFLICT : CommonError.CONFLICT,
          "Somebody changed it meanwhile: read it again.",
          occurrence);
    }
    if (chain.stream().anyMatch(Problems::isDuplicate)) {
      // A rule of the database that the service did not put into words of its own.
      LOG.log(Level.WARNING, "A duplicate came as far as the database", thrown);
      return response(CommonError.CONFLICT, "Something like it exists already.", occurrence);
    }
    if (TransientFailure.is(thrown) || chain.stream().anyMatch(Problems::isUnreachable)) {
      LOG.log(
          Level.WARNING,
          "Something behind this service is down, request {0}: {1}",
          occurrence.requestId(),
          chain.get(chain.size() - 1).toString());
      return unavailable(occurrence);
    }
    Optional<String> parameter = unfitParameter(chain);
    if (parameter.isPresent()) {
      return response(
          CommonError.VALIDATION_FAILED,
          parameter.get() + ": " + UNFIT,
          List.of(new Violation(parameter.get(), UNFIT)),
          null,
          occurrence);
    }
    if (thrown instanceof WebApplicationException web) {
      return web(web, occurrence);
    }
    return unexpected(thrown, occurrence);
  }

  /**
   * The problem for a status that came without one.
   *
   * @param status 400–599
   */
  static Response ofStatus(int status, Occurrence occurrence) {
    return switch (status) {
      case 400 -> response(CommonError.BAD_REQUEST, "The request is not well formed.", occurrence);
      case 401 -> response(CommonError.UNAUTHENTICATED, "Sign in first.", occurrence);
      case 403 -> response(CommonError.FORBIDDEN, "This is not yours.", occurrence);
      case 404 -> response(CommonError.NOT_FOUND, "There is nothing at this address.", occurrence);
      case 405 ->
          response(
              CommonError.METHOD_NOT_ALLOWED,
              "This address does not know that method.",
              occurrence);
      case 406 -> response(CommonError.NOT_ACCEPTABLE, "Ask for application/json.", occurrence);
      case 409 ->
          response(CommonError.CONFLICT, "The present state does not allow this.", occurrence);
      case 412 ->
          response(
              CommonError.VERSION_CONFLICT,
              "Somebody changed it meanwhile: read it again.",
              occurrence);
      case 413 -> response(CommonError.BODY_TOO_LARGE, "The body is too large.", occurrence);
      case 415 ->
          response(
              CommonError.UNSUPPORTED_MEDIA_TYPE,
              "This kind of body is not understood here.",
              occurrence);
      case 428 -> response(CommonError.VERSION_REQUIRED, "Send If-Match.", occurrence);
      case 429 ->
          response(
              CommonError.TOO_MANY_REQUESTS,
              "Please wait a moment.",
              List.of(),
              TRY_AGAIN,
              occurrence);
      case 503 -> unavailable(occurrence);
      default ->
          status < 500
              ? response(
                  CommonError.BAD_REQUEST,
                  status,
                  "The request cannot be answered.",
                  List.of(),
                  null,
                  "urn:gonggu:request:" + occurrence.requestId())
              : internal(status, "urn:gonggu:request:" + occurrence.requestId());
    };
  }

  private static Response refused(Refusal refusal, Occurrence occurrence) {
    LOG.log(
        Level.DEBUG,
        "Request {0} is refused: {1}, {2}",
        occurrence.requestId(),
        refusal.code().name(),
        refusal.getMessage());
    return response(
        refusal.code(),
        refusal.getMessage() == null ? refusal.code().title() : refusal.getMessage(),
        refusal.violations(),
        refusal.retryAfter().orElse(null),
        occurrence);
  }

  private static Response invalid(ConstraintViolationException invalid, Occurrence occurrence) {
    List<Violation> violations = Violations.of(invalid, occurrence.language());
    return response(
        CommonError.VALIDATION_FAILED,
        violations.stream()
            .map(violation -> violation.field() + ": " + violation.message())
            .collect(Collectors.joining("; ")),
        violations,
        null,
        occurrence);
  }

  /** What {@link JsonShape} left to JSON-B, which names each level of the way to the fault. */
  private static Response malformed(List<Throwable> chain, Occurrence occurrence) {
    if (first(chain, JsonParsingException.class).isPresent()) {
      return response(CommonError.MALFORMED_JSON, "The body is not well-formed JSON.", occurrence);
    }
    List<String> path = new ArrayList<>();
    for (Throwable one : chain) {
      Matcher property = PROPERTY.matcher(String.valueOf(one.getMessage()));
      if (one instanceof JsonbException && property.find()) {
        path.add(property.group(1));
      }
    }
    if (path.isEmpty()) {
      return response(
          CommonError.MALFORMED_JSON,
          "The body does not have the form that is expected here.",
          occurrence);
    }
    String field = String.join(".", path);
    return response(
        CommonError.MALFORMED_JSON,
        field + ": " + UNFIT,
        List.of(new Violation(field, UNFIT)),
        null,
        occurrence);
  }

  /**
   * The query, header or form parameter that did not convert. Jakarta REST answers 404 to some of
   * them (section 3.2); but it is the client's input that is wrong, not the address.
   */
  private static Optional<String> unfitParameter(List<Throwable> chain) {
    for (Throwable one : chain) {
      Matcher parameter = PARAMETER.matcher(String.valueOf(one.getMessage()));
      if (parameter.find()) {
        return parameter.group(1).equals("Path")
            ? Optional.empty()
            : Optional.of(parameter.group(2));
      }
    }
    return Optional.empty();
  }

  private static Response web(WebApplicationException web, Occurrence occurrence) {
    int status = web.getResponse().getStatus();
    if (status < 400) {
      return web.getResponse();
    }
    if (status >= 500 && status != 503) {
      return unexpected(web, occurrence);
    }
    Response.ResponseBuilder problem = Response.fromResponse(ofStatus(status, occurrence));
    for (String header : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER)) {
      String value = web.getResponse().getHeaderString(header);
      if (value != null) {
        problem.header(header, null).header(header, value);
      }
    }
    return problem.build();
  }

  private static Response unexpected(Throwable thrown, Occurrence occurrence) {
    String id = "urn:uuid:" + UuidV7.next();
    LOG.log(
        Level.ERROR, "Unexpected failure " + id + ", request " + occurrence.requestId(), thrown);
    return internal(500, id);
  }

  private static Response internal(int status, String instance) {
    return response(
        CommonError.INTERNAL,
        status,
        "Please try again later. If it stays like this, tell us the instance.",
        List.of(),
        null,
        instance);
  }

  private static Response unavailable(Occurrence occurrence) {
    return response(
        CommonError.UNAVAILABLE, "Please try again in a moment.", List.of(), TRY_AGAIN, occurrence);
  }

  private static Response response(ErrorCode code, String detail, Occurrence occurrence) {
    return response(code, detail, List.of(), null, occurrence);
  }

  private static Response response(
      ErrorCode code,
      String detail,
      List<Violation> violations,
      Duration retryAfter,
      Occurrence occurrence) {
    return response(
        code,
        code.kind().status(),
        detail,
        violations,
        retryAfter,
        "urn:gonggu:request:" + occurrence.requestId());
  }

  private static Response response(
      ErrorCode code,
      int status,
      String detail,
      List<Violation> violations,
      Duration retryAfter,
      String instance) {
    Response.ResponseBuilder response =
        Response.status(status)
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
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
      response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }
    return response.build();
  }

  /**
   * Whether the body was being read: the method's name is Jakarta REST's own. An answer that cannot
   * be written throws the same exceptions, and that is our fault.
   */
  private static boolean isReading(List<Throwable> chain) {
    return chain.stream()
        .flatMap(one -> Arrays.stream(one.getStackTrace()))
        .map(StackTraceElement::getMethodName)
        .anyMatch(name -> name.equals("readFrom") || name.equals("aroundReadFrom"));
  }

  private static boolean isDuplicate(Throwable one) {
    return one instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_ENTRY;
  }

  private static boolean isUnreachable(Throwable one) {
    return one instanceof ConnectException
        || one instanceof UnknownHostException
        || one instanceof NoRouteToHostException
        || one instanceof SocketTimeoutException;
  }

  private static List<Throwable> chain(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = thrown; one != null && seen.add(one); one = one.getCause()) {
      chain.add(one);
    }
    return chain;
  }

  private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
    return first(chain, type::isInstance).map(type::cast);
  }

  private static Optional<Throwable> first(List<Throwable> chain, Predicate<Throwable> which) {
    return chain.stream().filter(which).findFirst();
  }
}
