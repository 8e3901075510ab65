package kr.gonggu.lib.http;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next opaque cursor of the following part, or null at the end
 */
@JsonbNillable
public record Page<T>(
    @Schema(required = true) List<T> items,
    @Schema(required = true, nullable = true) String next) {}
