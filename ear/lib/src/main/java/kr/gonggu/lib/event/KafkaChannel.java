package kr.gonggu.lib.event;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Hands outbox rows to a Reactive Messaging channel as CloudEvents 1.0 in Kafka's binary content
 * mode (CloudEvents Kafka protocol binding, section 3.2).
 */
public final class KafkaChannel implements Function<OutgoingEvent, CompletionStage<Void>> {

  private final Emitter<String> emitter;
  private final String source;

  /**
   * @param emitter the service's outgoing channel
   * @param source CloudEvents {@code source}, for example {@code /gonggu/deal}
   */
  public KafkaChannel(Emitter<String> emitter, String source) {
    this.emitter = emitter;
    this.source = source;
  }

  @Override
  public CompletionStage<Void> apply(OutgoingEvent event) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    OutgoingKafkaRecordMetadata<String> record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withKey(event.subject())
            .withHeaders(headers(event))
            .build();
    emitter.send(
        Message.of(
            event.data(),
            Metadata.of(record),
            () -> {
              acknowledged.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              acknowledged.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            }));
    return acknowledged;
  }

  private Headers headers(OutgoingEvent event) {
    Headers headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id());
    add(headers, "ce_type", event.type());
    add(headers, "ce_source", source);
    add(headers, "ce_subject", event.subject());
    add(headers, "ce_time", event.time().toString());
    add(headers, "ce_dataschema", "urn:gonggu:event:" + event.type() + ":v1");
    add(headers, "ce_requestid", event.requestId());
    add(headers, "traceparent", event.traceparent());
    add(headers, "content-type", "application/json");
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
