package kr.gonggu.push.domain.planted;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Breaks the architecture on purpose, see {@code PushArchitectureTest}. */
public class KnowsKafka {

  /** What a domain class must not know. */
  public ProducerRecord<String, String> known() {
    return new ProducerRecord<>("topic", "value");
  }
}
