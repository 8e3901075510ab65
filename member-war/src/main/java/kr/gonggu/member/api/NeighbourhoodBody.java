package kr.gonggu.member.api;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kr.gonggu.member.domain.Neighbourhood;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a member lives, both ways: only the member sees it this exactly.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param label shown to others
 * @param radiusMeters how far around the member looks
 */
@Schema(
    name = "Neighbourhood",
    description = "Where a member lives; others are told the label and a 500 m grid cell only")
public record NeighbourhoodBody(
    @Schema(required = true, example = "37.5559", description = "Degrees north")
        @NotNull
        @DecimalMin("-90")
        @DecimalMax("90")
        Double latitude,
    @Schema(required = true, example = "126.9019", description = "Degrees east")
        @NotNull
        @DecimalMin("-180")
        @DecimalMax("180")
        Double longitude,
    @Schema(required = true, example = "마포구 망원동", description = "Shown to others")
        @NotBlank
        @Size(max = Neighbourhood.LONGEST_LABEL)
        String label,
    @Schema(required = true, example = "2000", description = "How far around the member looks")
        @NotNull
        @Min(Neighbourhood.NEAREST)
        @Max(Neighbourhood.FARTHEST)
        Integer radiusMeters) {

  static NeighbourhoodBody of(Neighbourhood exact) {
    return new NeighbourhoodBody(
        exact.latitude(), exact.longitude(), exact.label(), exact.radiusMeters());
  }

  Neighbourhood neighbourhood() {
    return new Neighbourhood(latitude, longitude, label, radiusMeters);
  }
}
