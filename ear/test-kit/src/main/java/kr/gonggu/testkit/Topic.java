package kr.gonggu.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One topic as a test sees it: tell it events as a neighbour service would, read all it holds. */
public final class Topic {

  /** By Kafka's address, for as long as the tests run: making one takes longer than telling. */
  private static final ConcurrentMap<String, KafkaProducer<String, String>> PRODUCERS =
      new ConcurrentHashMap<>();

  private final String bootstrap;
  private final String name;

  /**
   * @param bootstrap Kafka's address
   * @param name the topic's full name, for example {@code t1.deal.events}
   */
  public Topic(String bootstrap, String name) {
    this.bootstrap = bootstrap;
    this.name = name;
  }

  /**
   * Tells an event in CloudEvents' binary mode.
   *
   * @return its id
   */
  public String tell(String source, String type, String subject, String json) {
    String id = UUID.randomUUID().toString();
    tell(id, source, type, subject, json);
    return id;
  }

  /** Tells an event with a given id, so that a test can deliver it twice. */
  public void tell(String id, String source, String type, String subject, String json) {
    ProducerRecord<String, String> record = new ProducerRecord<>(name, subject, json);
    Map<String, String> headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_source",
            source,
            "ce_subject",
            subject,
            "ce_time",
            Instant.now().toString(),
            "traceparent",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "content-type",
            "application/json");
    headers.forEach(
        (header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
    tellRaw(record);
  }

  /** Tells a record as it is, for what no producer of ours would send. */
  public void tellRaw(ProducerRecord<String, String> record) {
    try {
      PRODUCERS.computeIfAbsent(bootstrap, Topic::producer).send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KafkaProducer<String, String> producer(String bootstrap) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /** The topic's name. */
  public String name() {
    return name;
  }

  /** Everything the topic holds now, by partition and offset. */
  public List<Event> all() {
    Properties settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<PartitionInfo> partitions = consumer.partitionsFor(name);
      if (partitions == null) {
        return List.of();
      }
      List<TopicPartition> assigned =
          partitions.stream().map(p -> new TopicPartition(name, p.partition())).toList();
      consumer.assign(assigned);
      consumer.seekToBeginning(assigned);
      Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
      List<Event> events = new ArrayList<>();
      while (assigned.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(Event.of(record)));
      }
      return events;
    }
  }

  /** Everything of one type and aggregate. */
  public List<Event> all(String type, String subject) {
    return all().stream()
        .filter(event -> event.type().equals(type) && event.subject().equals(subject))
        .toList();
  }

  /**
   * One record.
   *
   * @param headers all headers as text; CloudEvents attributes begin with {@code ce_}
   */
  public record Event(String key, String json, Map<String, String> headers) {

    static Event of(ConsumerRecord<String, String> record) {
      Map<String, String> headers =
          java.util.Arrays.stream(record.headers().toArray())
              .filter(header -> header.value() != null)
              .collect(
                  Collectors.toMap(
                      header -> header.key(),
                      header -> new String(header.value(), StandardCharsets.UTF_8),
                      (first, last) -> last));
      return new Event(record.key(), record.value(), headers);
    }

    public String id() {
      return headers.getOrDefault("ce_id", "");
    }

    public String type() {
      return headers.getOrDefault("ce_type", "");
    }

    public String subject() {
      return headers.getOrDefault("ce_subject", "");
    }
  }
}
