package kr.gonggu.chat.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member wrote in a room.
 *
 * @param roomId the deal's id
 * @param dealTitle present title of the deal
 * @param seq number of the message in the room
 * @param senderId who wrote
 * @param senderNickname at the time of writing
 * @param text null when there is only a picture
 * @param imageId null when there is no picture
 * @param at when it was stored, UTC
 * @param memberIds everyone in the room but the sender
 * @param lookingIds those of them who have the room in view at this moment, as far as is known;
 *     null when nobody
 */
public record MessageSent(
    UUID roomId,
    String dealTitle,
    long seq,
    UUID senderId,
    String senderNickname,
    String text,
    UUID imageId,
    Instant at,
    List<UUID> memberIds,
    List<UUID> lookingIds) {}
