package kr.gonggu.push.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that one member was told.
 *
 * <p>Life: added unread by {@link Notifications#add}. While it is unread, a further announcement
 * with the same collapse key takes its place: one more occurrence, the newest facts, and a new id,
 * so that it moves to the top and whoever follows the ids learns of it. Read once, it never changes
 * again.
 *
 * @param id UUIDv7; of one member's notifications the later has the greater
 * @param memberId who is told
 * @param kind what it is
 * @param actor whose doing it was, with the present nickname, or null
 * @param facts what the sentence is made of
 * @param target where it leads
 * @param occurrences how many times it happened since the member last read of it
 * @param at when it happened, the last time
 * @param read whether the member has read it
 */
public record Notification(
    UUID id,
    UUID memberId,
    NotificationKind kind,
    Neighbour actor,
    Facts facts,
    Target target,
    int occurrences,
    Instant at,
    boolean read) {}
