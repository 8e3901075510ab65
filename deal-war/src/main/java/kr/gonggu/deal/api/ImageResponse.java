package kr.gonggu.deal.api;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An uploaded picture.
 *
 * @param width of the full picture, in pixels
 * @param height of the full picture, in pixels
 */
@Schema(description = "An uploaded picture")
public record ImageResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, description = "Pixels", example = "1600") int width,
    @Schema(required = true, description = "Pixels", example = "1200") int height) {}
