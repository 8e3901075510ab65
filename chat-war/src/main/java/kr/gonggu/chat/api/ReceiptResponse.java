package kr.gonggu.chat.api;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message is stored.
 *
 * @param roomId the deal's id
 * @param clientId the sender's own name for the message
 * @param seq its number in the room
 * @param at when it was stored
 */
@Schema(
    name = "Receipt",
    requiredProperties = {"roomId", "clientId", "seq", "at"})
public record ReceiptResponse(
    UUID roomId, String clientId, @Schema(example = "42") long seq, Instant at) {}
