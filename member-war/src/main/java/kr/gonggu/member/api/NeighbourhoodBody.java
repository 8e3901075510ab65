package kr.gonggu.member.api;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import kr.gonggu.member.domain.Neighbourhood;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a member lives, both ways: only the member sees it this exactly.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param label shown to others
 * @param radiusMeters how far around the member looks; decimal, since JSON-B would silently cut
 *     what is no whole number
 */
// Yasson asks the type and not the property whether a missing object is written as null.
@JsonbNillable
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
    @Schema(
            required = true,
            type = SchemaType.INTEGER,
            format = "int32",
            example = "2000",
            description = "How far around the member looks")
        @NotNull
        @Min(Neighbourhood.NEAREST)
        @Max(Neighbourhood.FARTHEST)
        @Digits(integer = 5, fraction = 0)
        BigDecimal radiusMeters) {

  static NeighbourhoodBody of(Neighbourhood exact) {
    return new NeighbourhoodBody(
        exact.latitude(),
        exact.longitude(),
        exact.label(),
        BigDecimal.valueOf(exact.radiusMeters()));
  }

  Neighbourhood neighbourhood() {
    return new Neighbourhood(latitude, longitude, label, radiusMeters.intValueExact());
  }
}
