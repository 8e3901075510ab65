package kr.gonggu.lib.trace;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What ties together the work that one request causes, through all services.
 *
 * @param requestId {@code X-Request-Id}: 1–64 of letters, digits, dot, dash and underscore
 * @param traceparent W3C Trace Context, version 00
 */
public record Trace(String requestId, String traceparent) {

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Keeps what is well formed and makes up the rest: a header from outside is never trusted to be
   * fit for a log line.
   *
   * @param requestId from outside, or null
   * @param traceparent from outside, or null
   */
  public Trace {
    if (traceparent == null || !TRACEPARENT.matcher(traceparent).matches()) {
      traceparent = "00-" + hex(16) + "-" + hex(8) + "-01";
    }
    if (requestId == null || !REQUEST_ID.matcher(requestId).matches()) {
      requestId = traceparent.substring(3, 35);
    }
  }

  /** A trace that begins here. */
  public static Trace fresh() {
    return new Trace(null, null);
  }

  /** The trace of this thread's work; a fresh one when none was opened. */
  public static Trace current() {
    Trace trace = CURRENT.get();
    return trace == null ? fresh() : trace;
  }

  /**
   * Makes a trace this thread's until the scope is closed. Closed on another thread, as happens
   * when an answer is given later, the scope leaves that thread's own trace alone.
   */
  public static Scope open(Trace trace) {
    Thread owner = Thread.currentThread();
    Trace before = CURRENT.get();
    CURRENT.set(trace);
    return () -> {
      if (!Thread.currentThread().equals(owner)) {
        return;
      }
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }

  /** The same trace with a span of its own, for what this work calls. */
  public Trace child() {
    return new Trace(requestId, traceparent.substring(0, 36) + hex(8) + traceparent.substring(52));
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** Ends what {@link #open} began. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
