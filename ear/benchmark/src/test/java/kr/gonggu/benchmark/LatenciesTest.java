package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LatenciesTest {

  private static Latencies millis(int from, int to) {
    Latencies latencies = new Latencies();
    for (int i = to; i >= from; i--) {
      latencies.add(i * 1_000_000L);
    }
    return latencies;
  }

  @Test
  void percentilesAreNearestRanks() {
    Latencies latencies = millis(1, 100);

    assertThat(latencies.millis(0.5)).isEqualTo(50);
    assertThat(latencies.millis(0.95)).isEqualTo(95);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1)).isEqualTo(100);
  }

  @Test
  void everyPercentileOfOneIsThatOne() {
    Latencies latencies = millis(7, 7);

    assertThat(latencies.millis(0.01)).isEqualTo(7);
    assertThat(latencies.millis(0.99)).isEqualTo(7);
  }

  @Test
  void ofNoneTheyAreZero() {
    assertThat(new Latencies().millis(0.99)).isZero();
  }

  @Test
  void mergedOnesCountAsOne() {
    Latencies latencies = millis(1, 3_000);
    latencies.millis(0.5);

    latencies.addAll(millis(3_001, 6_000));

    assertThat(latencies.size()).isEqualTo(6_000);
    assertThat(latencies.millis(0.5)).isEqualTo(3_000);
    assertThat(latencies.millis(1)).isEqualTo(6_000);
  }

  @Test
  void partsAreBetweenZeroAndOne() {
    assertThatThrownBy(() -> new Latencies().millis(95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
