package kr.gonggu.chat.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An uploaded picture.
 *
 * @param id for {@code imageId} of a message
 * @param width of the full picture, in pixels
 * @param height of the full picture, in pixels
 */
@Schema(
    name = "MessageImage",
    requiredProperties = {"id", "width", "height"})
public record ImageResponse(
    @Schema(example = "0197a3b2-7c10-7f3e-9a41-3d5f0c2b8e21") UUID id,
    @Schema(example = "1600") int width,
    @Schema(example = "1200") int height) {}
