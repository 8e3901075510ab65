package kr.gonggu.lib.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A rule says no. Thrown by domain and application; rolls the transaction back and becomes
 * problem+json at the edge.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final transient List<Violation> violations;
  private final transient Duration retryAfter;

  /**
   * @param code the stable reason
   * @param detail one clear sentence about this occurrence, safe to show
   */
  public Refusal(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  /**
   * @param code the stable reason
   * @param detail one clear sentence about this occurrence, safe to show
   * @param violations the fields at fault
   */
  public Refusal(ErrorCode code, String detail, List<Violation> violations) {
    this(code, detail, violations, null);
  }

  private Refusal(ErrorCode code, String detail, List<Violation> violations, Duration retryAfter) {
    // A refusal is an answer, not a fault: without a stack trace it costs next to nothing when 400
    // members are told that a deal is full.
    super(detail, null, false, false);
    this.code = code;
    this.violations = List.copyOf(violations);
    this.retryAfter = retryAfter;
  }

  /** One field is at fault. */
  public static Refusal field(ErrorCode code, String field, String message) {
    return new Refusal(code, message, List.of(new Violation(field, message)));
  }

  /** The same refusal, which may be tried again after a while. */
  public Refusal withRetryAfter(Duration wait) {
    return new Refusal(code, getMessage(), violations, wait);
  }

  /** The stable reason. */
  public ErrorCode code() {
    return code;
  }

  /** The fields at fault, or none. */
  public List<Violation> violations() {
    return violations;
  }

  /** When it is worth trying again (header {@code Retry-After}). */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
