package kr.gonggu.deal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

  private static final double EARTH = 6_370_986;

  @ParameterizedTest
  @CsvSource({"37.5, 127.0", "-33.4, -70.6", "0, 0", "64.1, -21.9", "37.5, 179.99", "89.9, 10"})
  void boxHoldsEveryPointOfTheCircleAndIsNotMuchWider(double latitude, double longitude) {
    for (int radius : new int[] {Area.SMALLEST, 3_000, Area.LARGEST}) {
      Area.Box box = new Area(latitude, longitude, radius).box();
      for (int bearing = 0; bearing < 360; bearing++) {
        double[] point = travel(latitude, longitude, Math.toRadians(bearing), radius);
        assertThat(point[0]).isBetween(box.south(), box.north());
        assertThat(point[1]).isBetween(box.west(), box.east());
      }
      assertThat(box.north() - box.south())
          .isLessThanOrEqualTo(2.001 * Math.toDegrees(radius / EARTH));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "91, 0, 1000, near",
    "-90.1, 0, 1000, near",
    "0, 181, 1000, near",
    "NaN, 0, 1000, near",
    "0, NaN, 1000, near",
    "0, 0, 99, radius",
    "0, 0, -5, radius",
    "0, 0, 50001, radius"
  })
  void refusesWhatIsNoPlaceOrNoNeighbourhood(
      double latitude, double longitude, int radius, String field) {
    assertThatThrownBy(() -> new Area(latitude, longitude, radius))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.violations()).extracting("field").containsExactly(field));
  }

  @Test
  void pickupKeepsSixDecimals() {
    Pickup pickup = new Pickup(37.50062249, 127.03645651, " 역 앞 ");

    assertThat(pickup).isEqualTo(new Pickup(37.500622, 127.036457, "역 앞"));
    assertThatThrownBy(() -> new Pickup(Double.NaN, 0, "x")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Pickup(0, 180.5, "x")).isInstanceOf(Refusal.class);
  }

  /** Direct problem on the sphere. */
  private static double[] travel(double latitude, double longitude, double bearing, double way) {
    double phi = Math.toRadians(latitude);
    double angle = way / EARTH;
    double target =
        Math.asin(
            Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing));
    double lambda =
        Math.toRadians(longitude)
            + Math.atan2(
                Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
                Math.cos(angle) - Math.sin(phi) * Math.sin(target));
    double degrees = (Math.toDegrees(lambda) + 540) % 360 - 180;
    return new double[] {Math.toDegrees(target), degrees};
  }
}
