package kr.gonggu.chat.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A room as one of its members sees it in their list.
 *
 * @param id the deal's id
 * @param heading what it is recognised by
 * @param dealStatus how far the deal is
 * @param writable whether this member can write in it
 * @param lastEntry newest entry that this member may see, or null
 * @param lastAt when the room's newest entry was made
 * @param unread messages that wait for this member
 * @param lastSeq number of {@code lastEntry}, 0 when there is none
 * @param readSeq read up to this number
 */
public record RoomSummary(
    UUID id,
    Heading heading,
    DealStatus dealStatus,
    boolean writable,
    EntryView lastEntry,
    Instant lastAt,
    long unread,
    long lastSeq,
    long readSeq) {}
