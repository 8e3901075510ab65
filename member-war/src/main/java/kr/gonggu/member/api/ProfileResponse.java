package kr.gonggu.member.api;

import jakarta.json.bind.annotation.JsonbNillable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.member.domain.Member;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A member's account as its owner sees it.
 *
 * @param neighbourhood null until the member has said where they live
 * @param pictureId null while the member shows none
 */
@Schema(name = "Profile", description = "A member's account as its owner sees it")
public record ProfileResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, example = "망원동쌀집") String nickname,
    @Schema(required = true, example = "kim@example.com") String email,
    @Schema(required = true) Instant joinedAt,
    @JsonbNillable @Schema(required = true, nullable = true) NeighbourhoodBody neighbourhood,
    @Schema(required = true, example = "[\"감귤\", \"쌀\"]") List<String> keywords,
    @JsonbNillable @Schema(required = true, nullable = true, description = "See /pictures/{id}")
        UUID pictureId) {

  static ProfileResponse of(Member member) {
    return new ProfileResponse(
        member.id(),
        member.nickname().value(),
        member.email().value(),
        member.joinedAt(),
        member.neighbourhood().map(NeighbourhoodBody::of).orElse(null),
        member.keywords().words(),
        member.pictureId().orElse(null));
  }
}
