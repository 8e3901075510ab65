package kr.gonggu.push.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the reader has seen.
 *
 * @param upTo id of the newest notification that was seen
 */
@Schema(name = "MarkRead")
public record MarkReadRequest(
    @NotNull
        @Schema(
            required = true,
            description = "Id of the newest notification that was seen",
            example = "0197a3c4-0d2e-7c55-9a3b-5e8f1a2b3c4d")
        UUID upTo) {}
