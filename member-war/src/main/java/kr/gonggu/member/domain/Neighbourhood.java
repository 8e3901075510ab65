package kr.gonggu.member.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * Where a member lives and how far around they look for deals. Immutable; equal by value.
 *
 * <p>The point is the member's own; others are only told {@link #coarse()}.
 */
@Embeddable
public class Neighbourhood {

  /** Nearest reach in metres. */
  public static final int NEAREST = 500;

  /** Farthest reach in metres. */
  public static final int FARTHEST = 20_000;

  /** Most characters of a label. */
  public static final int LONGEST_LABEL = 60;

  private static final double GRID_METERS = 500;

  /** Along a meridian of a sphere of the earth's mean radius, 6 371 008.8 m. */
  private static final double METERS_PER_DEGREE = 111_195.08;

  /** Towards the poles a degree of longitude vanishes; nobody lives where this matters. */
  private static final double LEAST_COSINE = 0.01;

  /** Six decimals of a degree: a hand's breadth. */
  private static final double PRECISION = 1e6;

  @Column(name = "latitude")
  private Double latitude;

  @Column(name = "longitude")
  private Double longitude;

  @Column(name = "neighbourhood_label")
  private String label;

  @Column(name = "radius_meters")
  private Integer radiusMeters;

  /** For persistence. */
  protected Neighbourhood() {}

  /**
   * @param latitude degrees north, −90 to 90
   * @param longitude degrees east, −180 to 180
   * @param label for people: "마포구 망원동", at most 60 characters
   * @param radiusMeters 500 to 20 000
   * @throws Refusal {@code VALIDATION_FAILED} outside of these
   */
  public Neighbourhood(double latitude, double longitude, String label, int radiusMeters) {
    require(Math.abs(latitude) <= 90, "latitude", "must be between -90 and 90");
    require(Math.abs(longitude) <= 180, "longitude", "must be between -180 and 180");
    require(
        radiusMeters >= NEAREST && radiusMeters <= FARTHEST,
        "radiusMeters",
        "must be between %d and %d".formatted(NEAREST, FARTHEST));
    String name = PlainText.of(label);
    require(
        !name.isEmpty() && name.length() <= LONGEST_LABEL,
        "label",
        "must be 1 to %d characters long".formatted(LONGEST_LABEL));
    this.latitude = rounded(latitude);
    this.longitude = rounded(longitude);
    this.label = name;
    this.radiusMeters = radiusMeters;
  }

  private static void require(boolean rule, String field, String message) {
    if (!rule) {
      throw Refusal.field(CommonError.VALIDATION_FAILED, field, message);
    }
  }

  /**
   * The middle of the cell of the 500 m grid that this lies in. Many homes share a cell, and a cell
   * tells the same of all of them, however often it is asked for.
   */
  public Neighbourhood coarse() {
    double row = GRID_METERS / METERS_PER_DEGREE;
    double north = middle(latitude, row);
    double column = row / Math.max(LEAST_COSINE, Math.cos(Math.toRadians(north)));
    double east = middle(longitude, column);
    return new Neighbourhood(
        Math.max(-90, Math.min(90, north)),
        Math.max(-180, Math.min(180, east)),
        label,
        radiusMeters);
  }

  private static double middle(double degrees, double step) {
    return (Math.floor(degrees / step) + 0.5) * step;
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * PRECISION) / PRECISION;
  }

  /** Degrees north. */
  public double latitude() {
    return latitude;
  }

  /** Degrees east. */
  public double longitude() {
    return longitude;
  }

  /** For people; chosen by the member, and shown to others as it is. */
  public String label() {
    return label;
  }

  /** How far around the member looks, in metres. */
  public int radiusMeters() {
    return radiusMeters;
  }

  /** Whether this is what persistence makes of a row without a neighbourhood. */
  boolean absent() {
    return label == null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Neighbourhood that
        && Objects.equals(latitude, that.latitude)
        && Objects.equals(longitude, that.longitude)
        && Objects.equals(label, that.label)
        && Objects.equals(radiusMeters, that.radiusMeters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(latitude, longitude, label, radiusMeters);
  }

  @Override
  public String toString() {
    return "%s within %d m".formatted(label, radiusMeters);
  }
}
