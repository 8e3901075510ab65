package kr.gonggu.lib.error;

/**
 * A stable reason for refusing a request. Each context has an enum of its own; {@link #name()} is
 * the {@code code} that clients rely on.
 */
public interface ErrorCode {

  /** The stable code: upper case, never renamed. */
  String name();

  /** What kind of refusal this is, which decides the HTTP status. */
  Kind kind();

  /** One short English phrase, the same for every occurrence (RFC 9457, {@code title}). */
  String title();

  /** Kinds of refusal and the status each becomes. */
  enum Kind {
    INVALID(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA(415),
    UNPROCESSABLE(422),
    PRECONDITION_REQUIRED(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status code (RFC 9110, section 15; RFC 6585 for 428 and 429). */
    public int status() {
      return status;
    }
  }
}
