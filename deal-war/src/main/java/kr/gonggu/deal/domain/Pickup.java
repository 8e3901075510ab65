package kr.gonggu.deal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/** Where the goods are handed over. Immutable; equal by value. */
@Embeddable
public class Pickup {

  private static final double PRECISION = 1e6;

  @Column(name = "latitude")
  private double latitude;

  @Column(name = "longitude")
  private double longitude;

  @Column(name = "pickup_label")
  private String label;

  /** For persistence. */
  protected Pickup() {}

  /**
   * @param latitude degrees north, −90 to 90, kept to six decimals (a hand's breadth)
   * @param longitude degrees east, −180 to 180, kept to six decimals
   * @param label for people: "역삼동 주민센터 앞"
   * @throws Refusal {@code VALIDATION_FAILED} outside of these
   */
  public Pickup(double latitude, double longitude, String label) {
    if (!(Math.abs(latitude) <= 90)) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "pickup.latitude", "must be between -90 and 90");
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "pickup.longitude", "must be between -180 and 180");
    }
    this.latitude = Math.round(latitude * PRECISION) / PRECISION;
    this.longitude = Math.round(longitude * PRECISION) / PRECISION;
    this.label = label.strip();
  }

  /** Degrees north. */
  public double latitude() {
    return latitude;
  }

  /** Degrees east. */
  public double longitude() {
    return longitude;
  }

  /** For people. */
  public String label() {
    return label;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pickup that
        && latitude == that.latitude
        && longitude == that.longitude
        && label.equals(that.label);
  }

  @Override
  public int hashCode() {
    return Objects.hash(latitude, longitude, label);
  }

  @Override
  public String toString() {
    return "%s (%f, %f)".formatted(label, latitude, longitude);
  }
}
