package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What all channels have in common, where a default of the connector would lose events. */
class KafkaDefaultsTest {

  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

  private static Properties defaults() throws IOException {
    Properties defaults = new Properties();
    try (InputStream file =
        EventConsumer.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(file);
    }
    return defaults;
  }

  @Test
  void aChannelIsNotClosedForHowLongItsEventWaits() throws IOException {
    assertThat(defaults())
        .as("by default the connector closes the consumer after a minute, for good")
        .containsEntry(CONNECTOR + "throttled.unprocessed-record-max-age.ms", "2147483647");
  }

  @Test
  void anEventWaitsForTheBrokerAsLongAsItTakes() throws IOException {
    assertThat(defaults())
        .as("giving up one of several in flight would break their order")
        .containsEntry(CONNECTOR + "delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE))
        .containsEntry(CONNECTOR + "acks", "all");
  }

  @Test
  void poisonGoesToTheDeadLetterTopicAndStopsNoChannel() throws IOException {
    assertThat(defaults()).containsEntry(CONNECTOR + "failure-strategy", "dead-letter-queue");
  }

  @Test
  void whatWasToldBeforeAServiceFirstStartedIsHeard() throws IOException {
    assertThat(defaults()).containsEntry(CONNECTOR + "auto.offset.reset", "earliest");
  }
}
