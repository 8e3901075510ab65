package kr.gonggu.chat.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as it is told to members, whichever way it reaches them.
 *
 * @param roomId the deal's id
 * @param seq number in the room
 * @param kind message or which notice
 * @param member who wrote, joined or left; null for a status
 * @param status what the deal became; null unless a status notice
 * @param text null when there is none
 * @param imageId null when there is none
 * @param clientId the sender's own name for a message; null for notices
 * @param at when it was stored, UTC
 */
public record EntryView(
    UUID roomId,
    long seq,
    EntryKind kind,
    Neighbour member,
    DealStatus status,
    String text,
    UUID imageId,
    String clientId,
    Instant at) {}
