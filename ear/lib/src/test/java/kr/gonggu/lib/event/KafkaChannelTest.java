package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CloudEvents 1.0 in Kafka's binary mode. */
class KafkaChannelTest {

  private static final OutgoingEvent EVENT =
      new OutgoingEvent(
          7,
          "0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d",
          "DealOpened",
          "0192f0c1-0000-7000-8000-000000000001",
          "{\"title\":\"귤\"}",
          Instant.parse("2026-11-23T01:02:03.456789Z"),
          "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
          "request-1");

  private final AtomicReference<Message<String>> sent = new AtomicReference<>();
  private KafkaChannel channel;

  @BeforeEach
  void connect() {
    @SuppressWarnings("unchecked") // a mock has no type argument
    Emitter<String> emitter = mock(Emitter.class);
    doAnswer(
            call -> {
              sent.set(call.getArgument(0));
              return null;
            })
        .when(emitter)
        .send(any(Message.class));
    channel = new KafkaChannel(emitter, "/gonggu/deal");
  }

  @Test
  void anEventIsACloudEventKeyedByItsSubject() {
    assertThat(channel.apply(EVENT)).isNotNull();

    OutgoingKafkaRecordMetadata<?> record =
        sent.get().getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
    Map<String, String> headers = new TreeMap<>();
    record
        .getHeaders()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    assertThat(sent.get().getPayload()).isEqualTo("{\"title\":\"귤\"}");
    assertThat((Object) record.getKey()).isEqualTo("0192f0c1-0000-7000-8000-000000000001");
    assertThat(headers)
        .containsOnly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", "0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d"),
            Map.entry("ce_type", "DealOpened"),
            Map.entry("ce_source", "/gonggu/deal"),
            Map.entry("ce_subject", "0192f0c1-0000-7000-8000-000000000001"),
            Map.entry("ce_time", "2026-11-23T01:02:03.456789Z"),
            Map.entry("ce_dataschema", "urn:gonggu:event:DealOpened:v1"),
            Map.entry("ce_requestid", "request-1"),
            Map.entry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            Map.entry("content-type", "application/json"));
  }

  @Test
  void itIsToldWhenTheBrokerSaysSoAndNotBefore() {
    CompletableFuture<Void> told = channel.apply(EVENT).toCompletableFuture();
    assertThat(told).isNotDone();

    sent.get().ack().toCompletableFuture().join();

    assertThat(told).isCompleted();
  }

  @Test
  void whatTheBrokerRefusesIsNotTold() {
    CompletableFuture<Void> told = channel.apply(EVENT).toCompletableFuture();

    sent.get().nack(new IllegalStateException("too large")).toCompletableFuture().join();

    assertThat(told).isCompletedExceptionally();
  }
}
