package kr.gonggu.deal.domain;

import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * A circle on the earth, which is taken as a sphere.
 *
 * @param latitude of the centre, degrees north
 * @param longitude of the centre, degrees east
 * @param radiusMeters {@value #SMALLEST} to {@value #LARGEST}
 */
public record Area(double latitude, double longitude, int radiusMeters) {

  /** Smallest radius, in metres. */
  public static final int SMALLEST = 100;

  /** Largest radius, in metres. */
  public static final int LARGEST = 50_000;

  /** MySQL's {@code ST_Distance_Sphere} takes the earth for a sphere of this radius, in metres. */
  private static final double EARTH = 6_370_986;

  /** The box must not cut off what lies on the circle. */
  private static final double MARGIN = 1.0001;

  /**
   * @throws Refusal {@code VALIDATION_FAILED} when there is no such place or the radius is outside
   *     its limits
   */
  public Area {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, "near", "must be a place on the earth");
    }
    if (radiusMeters < SMALLEST || radiusMeters > LARGEST) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED,
          "radius",
          "must be between %d and %d".formatted(SMALLEST, LARGEST));
    }
  }

  /**
   * The smallest box of degrees that holds the circle, which an index can search. Around a pole and
   * across the 180th meridian it is a whole band.
   */
  public Box box() {
    double angle = radiusMeters * MARGIN / EARTH;
    double degrees = Math.toDegrees(angle);
    double south = latitude - degrees;
    double north = latitude + degrees;
    if (south <= -90 || north >= 90) {
      return new Box(Math.max(south, -90), -180, Math.min(north, 90), 180);
    }
    // The circle's meridian of tangency, not its widest parallel.
    double wide = Math.toDegrees(Math.asin(Math.sin(angle) / Math.cos(Math.toRadians(latitude))));
    double west = longitude - wide;
    double east = longitude + wide;
    return west < -180 || east > 180
        ? new Box(south, -180, north, 180)
        : new Box(south, west, north, east);
  }

  /** Degrees, west and south being less than east and north. */
  public record Box(double south, double west, double north, double east) {}
}
