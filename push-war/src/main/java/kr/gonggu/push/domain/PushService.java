package kr.gonggu.push.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** The push services of the browsers' makers (RFC 8030). */
public interface PushService {

  /**
   * Hands a delivery over, encrypted for its device.
   *
   * @return completes with what came of it, never exceptionally
   */
  CompletionStage<Outcome> send(Delivery delivery, Instant now);

  /** What came of a delivery. */
  sealed interface Outcome {}

  /** The push service has it. */
  record Taken() implements Outcome {}

  /** The device has unsubscribed (404, 410). */
  record Gone() implements Outcome {}

  /**
   * Not now: the push service is busy, broken or cannot be reached.
   *
   * @param retryAfter what it said, or null
   * @param why for the log
   */
  record Later(Duration retryAfter, String why) implements Outcome {}

  /**
   * Never: the push service does not want it like this.
   *
   * @param why for the log
   */
  record Refused(String why) implements Outcome {}
}
