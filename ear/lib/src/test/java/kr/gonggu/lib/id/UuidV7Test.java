package kr.gonggu.lib.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

  @Test
  void sortsByAgeAsTextAndIsVersion7() {
    List<UUID> ids = Stream.generate(UuidV7::next).limit(10_000).toList();

    assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
    assertThat(ids.stream().map(UUID::toString).toList())
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates();
  }

  @Test
  void beginsWithTheTimeInMilliseconds() {
    long before = System.currentTimeMillis();
    UUID id = UuidV7.next();
    long after = System.currentTimeMillis();

    assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
        .isBetween(Instant.ofEpochMilli(before), Instant.ofEpochMilli(after));
  }

  @Test
  void manyThreadsNeverMakeTheSame() {
    Set<UUID> ids = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 40_000).parallel().forEach(i -> ids.add(UuidV7.next()));

    assertThat(ids).hasSize(40_000);
  }
}
