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
    @NotNull @Schema(required = true, description = "Id of the newest notification that was seen")
        UUID upTo) {}
