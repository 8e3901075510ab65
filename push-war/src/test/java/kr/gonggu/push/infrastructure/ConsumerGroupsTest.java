package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The 2022 push and chat services consumed as one group, so that each was told only half of what
 * happened.
 */
class ConsumerGroupsTest {

  private static final List<String> SERVICES = List.of("member", "deal", "pay", "chat", "push");

  @Test
  @DisplayName("defect: two services in one consumer group")
  void noTwoServicesAreInOneConsumerGroup() throws IOException {
    Map<String, Set<String>> groups = new HashMap<>();
    for (String service : SERVICES) {
      Properties settings = settings(service);
      for (String name : settings.stringPropertyNames()) {
        if (name.endsWith(".group.id")) {
          groups.computeIfAbsent(settings.getProperty(name), group -> new TreeSet<>()).add(service);
        }
      }
    }

    assertThat(groups).isNotEmpty();
    assertThat(groups.values()).allSatisfy(services -> assertThat(services).hasSize(1));
  }

  /** A channel without a group would get one of its own by its name, or none. */
  @Test
  void everyChannelOfPushNamesItsGroup() throws IOException {
    Properties settings = settings("push");

    for (String topic : List.of("deal", "pay", "chat", "member")) {
      assertThat(
              settings.getProperty("mp.messaging.incoming.push-" + topic + "-events-in.group.id"))
          .isEqualTo("${gonggu.topic.prefix}.push");
    }
  }

  private static Properties settings(String service) throws IOException {
    Properties settings = new Properties();
    Path file =
        Path.of(System.getProperty("gonggu.root"))
            .resolve(service + "-war/src/main/resources/META-INF/microprofile-config.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    }
    return settings;
  }
}
