package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingEventTest {

  /** What a consumer wants of an event. */
  public record Joined(@NotNull UUID dealId, @Positive int quantity, Instant at) {}

  private static final String DEAL = "0192f0c1-2b7a-7c31-8f55-0e2f4a6b8c9d";

  @Test
  void readsAttributesAndBindsThePayloadIgnoringWhatItDoesNotKnow() {
    IncomingEvent event =
        IncomingEvent.of(
            headers(),
            "{\"dealId\":\""
                + DEAL
                + "\",\"quantity\":2,\"at\":\"2026-11-23T01:02:03Z\",\"new\":{}}");

    Joined joined = event.data(Joined.class);

    assertThat(event.type()).isEqualTo("EnrollmentConfirmed");
    assertThat(event.source()).isEqualTo("/gonggu/deal");
    assertThat(event.trace().requestId()).isEqualTo("request-1");
    assertThat(event.trace().traceparent()).startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(joined)
        .isEqualTo(new Joined(UUID.fromString(DEAL), 2, Instant.parse("2026-11-23T01:02:03Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_subject", "ce_time"})
  void aMissingAttributeIsPoisonAndIsNamed(String attribute) {
    Headers headers = headers();
    headers.remove(attribute);

    assertThatThrownBy(() -> IncomingEvent.of(headers, "{}"))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining(attribute);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "null",
        "[]",
        "{\"dealId\":\"not-a-uuid\",\"quantity\":1}",
        "{\"dealId\":\"" + DEAL + "\",\"quantity\":\"many\"}"
      })
  void aPayloadThatDoesNotBindIsPoison(String json) {
    IncomingEvent event = IncomingEvent.of(headers(), json);

    assertThatThrownBy(() -> event.data(Joined.class)).isInstanceOf(PoisonEventException.class);
  }

  @Test
  void aPayloadThatMissesWhatTheConsumerNeedsIsPoisonAndTheFieldIsNamed() {
    IncomingEvent event = IncomingEvent.of(headers(), "{\"quantity\":1}");

    assertThatThrownBy(() -> event.data(Joined.class))
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining("dealId");
  }

  @Test
  void anEmptyRecordIsPoison() {
    assertThatThrownBy(() -> IncomingEvent.of(headers(), null))
        .isInstanceOf(PoisonEventException.class);
  }

  private static Headers headers() {
    Headers headers = new RecordHeaders();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", "e-1");
    add(headers, "ce_type", "EnrollmentConfirmed");
    add(headers, "ce_source", "/gonggu/deal");
    add(headers, "ce_subject", DEAL);
    add(headers, "ce_time", "2026-11-23T01:02:03Z");
    add(headers, "ce_requestid", "request-1");
    add(headers, "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
