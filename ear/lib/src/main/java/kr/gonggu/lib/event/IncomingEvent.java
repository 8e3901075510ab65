package kr.gonggu.lib.event;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import kr.gonggu.lib.trace.Trace;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A CloudEvent as it came from Kafka.
 *
 * @param id CloudEvents {@code id}; with {@code source} unique
 * @param type CloudEvents {@code type}
 * @param source CloudEvents {@code source}
 * @param subject CloudEvents {@code subject}: the aggregate's id
 * @param time when it happened, UTC
 * @param trace of the request that caused it
 * @param json the payload
 */
public record IncomingEvent(
    String id, String type, String source, String subject, Instant time, Trace trace, String json) {

  /**
   * Reads the CloudEvents headers of a Kafka record.
   *
   * @throws PoisonEventException when a required attribute is missing or malformed
   */
  @SuppressWarnings("rawtypes") // metadata is looked up by class, and a class has no type argument
  static IncomingEvent of(Message<String> message) {
    Headers headers =
        message
            .getMetadata(IncomingKafkaRecordMetadata.class)
            .map(IncomingKafkaRecordMetadata::getHeaders)
            .orElseThrow(() -> new PoisonEventException("not a Kafka record"));
    return of(headers, message.getPayload());
  }

  static IncomingEvent of(Headers headers, String payload) {
    if (payload == null) {
      throw new PoisonEventException("the value is empty");
    }
    return new IncomingEvent(
        required(headers, "ce_id"),
        required(headers, "ce_type"),
        required(headers, "ce_source"),
        required(headers, "ce_subject"),
        time(required(headers, "ce_time")),
        optional(headers, "traceparent")
            .map(parent -> new Trace(optional(headers, "ce_requestid").orElse(null), parent))
            .orElseGet(Trace::fresh),
        payload);
  }

  /**
   * Binds the payload to the consumer's own record; fields the record does not have are ignored.
   *
   * @param type a record with Bean Validation constraints on what the consumer cannot do without
   * @throws PoisonEventException when the payload does not bind or misses something required
   */
  public <T> T data(Class<T> type) {
    T data;
    try {
      data = EventJson.read(json, type);
    } catch (JsonbException | DateTimeException | IllegalArgumentException e) {
      throw new PoisonEventException("the value does not bind: " + e.getMessage());
    }
    if (data == null) {
      throw new PoisonEventException("the value is null");
    }
    Set<ConstraintViolation<T>> violations = Validators.VALIDATOR.validate(data);
    violations.stream()
        .min(Comparator.comparing(violation -> violation.getPropertyPath().toString()))
        .ifPresent(
            first -> {
              throw new PoisonEventException(
                  "%s %s".formatted(first.getPropertyPath(), first.getMessage()));
            });
    return data;
  }

  private static String required(Headers headers, String name) {
    return optional(headers, name)
        .orElseThrow(() -> new PoisonEventException("header " + name + " is missing"));
  }

  private static Optional<String> optional(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static Instant time(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new PoisonEventException("header ce_time is no instant");
    }
  }

  /** Built at first use: a validator is thread-safe and expensive. */
  private static final class Validators {
    static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();
  }
}
