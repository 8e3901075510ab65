package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateSearchTest {

  @Test
  void findsTheHighestFromBelow() {
    double found = RateSearch.highest(100, 1, 100_000, rate -> rate <= 1_000);

    assertThat(found).isBetween(950.0, 1_000.0);
  }

  @Test
  void findsTheHighestFromAbove() {
    double found = RateSearch.highest(10_000, 1, 100_000, rate -> rate <= 1_000);

    assertThat(found).isBetween(950.0, 1_000.0);
  }

  @Test
  void givesUpBelowTheLeast() {
    assertThat(RateSearch.highest(100, 10, 1_000, rate -> false)).isZero();
  }

  @Test
  void isContentWithTheMost() {
    assertThat(RateSearch.highest(100, 10, 800, rate -> true)).isEqualTo(800);
  }

  @Test
  void forgivesOneBadMoment() {
    List<Double> tried = new ArrayList<>();

    double found =
        RateSearch.highest(
            100,
            1,
            100_000,
            rate -> {
              tried.add(rate);
              return tried.size() != 1 && rate <= 1_000;
            });

    assertThat(found).isBetween(950.0, 1_000.0);
    assertThat(tried).startsWith(100.0, 100.0, 200.0);
  }
}
