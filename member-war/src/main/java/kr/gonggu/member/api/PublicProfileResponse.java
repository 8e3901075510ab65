package kr.gonggu.member.api;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Neighbourhood;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What everybody may know of a member.
 *
 * @param neighbourhood its label, or null while the member has said none
 * @param pictureId null while the member shows none
 */
@Schema(name = "PublicProfile", description = "What everybody may know of a member")
public record PublicProfileResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, example = "망원동쌀집") String nickname,
    @Schema(required = true) Instant joinedAt,
    @JsonbNillable @Schema(required = true, nullable = true, example = "마포구 망원동")
        String neighbourhood,
    @JsonbNillable @Schema(required = true, nullable = true, description = "See /pictures/{id}")
        UUID pictureId) {

  static PublicProfileResponse of(Member member) {
    return new PublicProfileResponse(
        member.id(),
        member.nickname().value(),
        member.joinedAt(),
        member.neighbourhood().map(Neighbourhood::label).orElse(null),
        member.pictureId().orElse(null));
  }
}
