package kr.gonggu.member.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.member.domain.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A device on which the member is signed in.
 *
 * @param current whether it is the one that asks
 */
@Schema(name = "Session", description = "A device on which the member is signed in")
public record SessionResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, example = "내 휴대폰") String device,
    @Schema(required = true) Instant startedAt,
    @Schema(required = true) Instant lastUsedAt,
    @Schema(required = true, description = "Whether it is the one that asks") boolean current) {

  static SessionResponse of(Session session, Optional<UUID> own) {
    return new SessionResponse(
        session.id(),
        session.device(),
        session.startedAt(),
        session.lastUsedAt(),
        own.filter(session.id()::equals).isPresent());
  }
}
