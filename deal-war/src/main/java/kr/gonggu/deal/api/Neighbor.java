package kr.gonggu.deal.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member as others see it. */
@Schema(description = "A member as others see it")
public record Neighbor(
    @Schema(required = true) UUID id, @Schema(required = true, example = "초록마을") String nickname) {}
