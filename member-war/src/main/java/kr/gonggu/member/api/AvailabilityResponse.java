package kr.gonggu.member.api;

import kr.gonggu.member.application.CheckAvailability.Availability;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is free; what was not asked for is left out. */
@Schema(name = "Availability", description = "What is free; what was not asked for is left out")
public record AvailabilityResponse(
    @Schema(example = "true") Boolean nickname, @Schema(example = "false") Boolean email) {

  static AvailabilityResponse of(Availability availability) {
    return new AvailabilityResponse(
        availability.nickname().orElse(null), availability.email().orElse(null));
  }
}
