package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {

  private static final double METERS_PER_DEGREE = 111_195;

  @ParameterizedTest
  @CsvSource({
    "90.1, 0, 여기, 500, latitude",
    "NaN, 0, 여기, 500, latitude",
    "0, -180.1, 여기, 500, longitude",
    "0, NaN, 여기, 500, longitude",
    "0, 0, '  ', 500, label",
    "0, 0, 여기, 499, radiusMeters",
    "0, 0, 여기, 20001, radiusMeters",
    "0, 0, 여기, -500, radiusMeters"
  })
  void whatIsNowhereOrTooFarIsRefused(
      double latitude, double longitude, String label, int radius, String field) {
    assertThatThrownBy(() -> new Neighbourhood(latitude, longitude, label, radius))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.violations())
                    .singleElement()
                    .extracting("field")
                    .isEqualTo(field));
  }

  @Test
  void theEndsOfTheRangeAreInside() {
    assertThat(new Neighbourhood(37.5, 126.9, "여기", 500).radiusMeters()).isEqualTo(500);
    assertThat(new Neighbourhood(-90, 180, "저기", 20_000).radiusMeters()).isEqualTo(20_000);
  }

  @Test
  void aLabelIsOneLineOfText() {
    assertThat(new Neighbourhood(0, 0, " 마포구\n\t망원동\u200B ", 500).label()).isEqualTo("마포구 망원동");
  }

  @Test
  void othersLearnNothingButTheMiddleOfACell() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      Neighbourhood home =
          new Neighbourhood(
              33 + random.nextDouble() * 6, 124 + random.nextDouble() * 8, "여기", 1_000);

      Neighbourhood told = home.coarse();

      double north = (told.latitude() - home.latitude()) * METERS_PER_DEGREE;
      double east =
          (told.longitude() - home.longitude())
              * METERS_PER_DEGREE
              * Math.cos(Math.toRadians(told.latitude()));
      assertThat(Math.abs(north)).isLessThanOrEqualTo(250.2);
      assertThat(Math.abs(east)).isLessThanOrEqualTo(250.2);
      assertThat(told.coarse()).as("asking again tells no more").isEqualTo(told);
    }
  }

  @Test
  void homesInOneCellAreToldAlike() {
    Random random = new Random(11);
    Set<Neighbourhood> told = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      // A square of 2 km: at most 5 × 5 cells of 500 m touch it.
      told.add(
          new Neighbourhood(
                  37.55 + random.nextDouble() * 2_000 / METERS_PER_DEGREE,
                  126.9 + random.nextDouble() * 2_000 / (METERS_PER_DEGREE * 0.7928),
                  "여기",
                  1_000)
              .coarse());
    }

    assertThat(told).hasSizeBetween(16, 25);
  }

  @ParameterizedTest
  @CsvSource({"90, 180", "-90, -180", "89.9999, 179.9999", "0, 180", "0, 0"})
  void theGridEndsOnEarth(double latitude, double longitude) {
    Neighbourhood told = new Neighbourhood(latitude, longitude, "끝", 500).coarse();

    assertThat(told.latitude()).isBetween(-90.0, 90.0);
    assertThat(told.longitude()).isBetween(-180.0, 180.0);
  }
}
