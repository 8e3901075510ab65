package kr.gonggu.deal.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kr.gonggu.deal.domain.Pickup;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where the goods are handed over.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param label for people
 */
@Schema(description = "Where the goods are handed over")
public record PickupPlace(
    @Schema(required = true, example = "37.500622") @NotNull @DecimalMin("-90") @DecimalMax("90")
        Double latitude,
    @Schema(required = true, example = "127.036456") @NotNull @DecimalMin("-180") @DecimalMax("180")
        Double longitude,
    @Schema(required = true, example = "역삼동 주민센터 앞") @NotBlank @Size(max = 100) String label) {

  static PickupPlace of(Pickup pickup) {
    return new PickupPlace(pickup.latitude(), pickup.longitude(), pickup.label());
  }

  Pickup pickup() {
    return new Pickup(latitude, longitude, label);
  }
}
