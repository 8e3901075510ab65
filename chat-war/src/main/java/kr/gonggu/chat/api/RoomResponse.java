package kr.gonggu.chat.api;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.chat.domain.DealStatus;
import kr.gonggu.chat.domain.RoomSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A room in a member's list.
 *
 * @param dealId the deal's id, which is the room's
 * @param title of the deal
 * @param imageId first picture of the deal, which the deal service serves; left out without one
 * @param status how far the deal is
 * @param writable whether this member can write in it
 * @param lastMessage newest message or notice; left out while there is none
 * @param lastAt when it was made, or the room opened
 * @param unread messages of others that wait for this member
 * @param lastSeq number of the newest entry, 0 when there is none
 * @param readSeq read up to this number
 */
@Schema(
    name = "Room",
    requiredProperties = {
      "dealId",
      "title",
      "status",
      "writable",
      "lastAt",
      "unread",
      "lastSeq",
      "readSeq"
    })
public record RoomResponse(
    UUID dealId,
    @Schema(example = "제주 감귤 10kg 나눠요") String title,
    UUID imageId,
    DealStatus status,
    boolean writable,
    EntryFrame lastMessage,
    Instant lastAt,
    @Schema(example = "3") long unread,
    @Schema(example = "42") long lastSeq,
    @Schema(example = "39") long readSeq) {

  static RoomResponse of(RoomSummary room) {
    return new RoomResponse(
        room.id(),
        room.heading().title(),
        room.heading().imageId(),
        room.dealStatus(),
        room.writable(),
        room.lastEntry() == null ? null : EntryFrame.of(room.lastEntry()),
        room.lastAt(),
        room.unread(),
        room.lastSeq(),
        room.readSeq());
  }
}
