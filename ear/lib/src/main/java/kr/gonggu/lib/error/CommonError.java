package kr.gonggu.lib.error;

/** Refusals that every service knows. */
public enum CommonError implements ErrorCode {
  VALIDATION_FAILED(Kind.INVALID, "A field is missing or not allowed"),
  MALFORMED_JSON(Kind.INVALID, "The body is not the JSON that is expected here"),
  BAD_REQUEST(Kind.INVALID, "The request is not well formed"),
  IDEMPOTENCY_KEY_REQUIRED(Kind.INVALID, "This request needs an Idempotency-Key"),
  CURSOR_INVALID(Kind.INVALID, "The cursor does not belong to this list"),
  IMAGE_INVALID(Kind.INVALID, "This is not a picture that can be shown"),
  UNAUTHENTICATED(Kind.UNAUTHENTICATED, "Sign in first"),
  FORBIDDEN(Kind.FORBIDDEN, "This is not yours"),
  NOT_FOUND(Kind.NOT_FOUND, "No such thing"),
  METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED, "This address does not know that method"),
  NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE, "No representation of the kind asked for"),
  CONFLICT(Kind.CONFLICT, "The present state does not allow this"),
  VERSION_CONFLICT(Kind.PRECONDITION_FAILED, "It was changed meanwhile"),
  VERSION_REQUIRED(Kind.PRECONDITION_REQUIRED, "This request needs If-Match"),
  BODY_TOO_LARGE(Kind.TOO_LARGE, "The body is too large"),
  IMAGE_TOO_LARGE(Kind.TOO_LARGE, "The picture is too large"),
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA, "This kind of body is not understood here"),
  IDEMPOTENCY_KEY_REUSED(
      Kind.UNPROCESSABLE, "The Idempotency-Key was used for a different request"),
  TOO_MANY_REQUESTS(Kind.TOO_MANY_REQUESTS, "Too many requests"),
  INTERNAL(Kind.INTERNAL, "Something went wrong on our side"),
  UNAVAILABLE(Kind.UNAVAILABLE, "Something behind this service is down");

  private final Kind kind;
  private final String title;

  CommonError(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String title() {
    return title;
  }
}
