package kr.gonggu.chat.api;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a room's history.
 *
 * @param items in the order of their numbers
 * @param next number for {@code before} (or {@code after}, when that was asked) of the following
 *     part, or null at the end
 * @param lastSeq number of the newest entry that this member may see
 * @param readSeq this member has read up to here
 */
@Schema(
    name = "MessagePage",
    requiredProperties = {"items", "next", "lastSeq", "readSeq"})
@JsonbNillable
public record MessagePage(
    List<EntryFrame> items,
    @Schema(nullable = true, example = "41") String next,
    @Schema(example = "42") long lastSeq,
    @Schema(example = "39") long readSeq) {}
