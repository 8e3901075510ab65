package kr.gonggu.lib.event;

import java.time.Instant;

/**
 * One outbox row on its way to the broker.
 *
 * @param sequence position in the outbox
 * @param id CloudEvents {@code id}
 * @param type CloudEvents {@code type}, for example {@code DealOpened}
 * @param subject CloudEvents {@code subject} and Kafka key
 * @param data JSON payload
 * @param time when it happened, UTC
 * @param traceparent W3C trace context of the causing request
 * @param requestId {@code X-Request-Id} of the causing request
 */
public record OutgoingEvent(
    long sequence,
    String id,
    String type,
    String subject,
    String data,
    Instant time,
    String traceparent,
    String requestId) {}
