/**
 * Events between the services: state and event in one commit, told in order, applied once.
 *
 * <p>Way out: a use case calls {@link kr.gonggu.lib.event.Outbox#publish}; the row commits with the
 * state; {@link kr.gonggu.lib.event.OutboxRelay} hands it to the service's Kafka channel and
 * removes it after the broker's acknowledgement.
 *
 * <p>Way in: an {@code @Incoming} method gives the message to {@link
 * kr.gonggu.lib.event.EventConsumer}, which runs the effect and the {@link
 * kr.gonggu.lib.event.Inbox} entry in one transaction, waits out transient failures in place and
 * sends what can never be processed to the dead-letter topic, with the reason.
 *
 * <p>On the wire: CloudEvents 1.0 in Kafka's binary content mode (header {@code ce_*}, JSON value),
 * with the W3C {@code traceparent} of the request that caused the event.
 */
package kr.gonggu.lib.event;
