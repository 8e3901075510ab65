package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.Entries;
import kr.gonggu.chat.domain.EntryView;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Memberships.ReadMark;
import kr.gonggu.chat.domain.Room;
import kr.gonggu.chat.domain.Rooms;
import kr.gonggu.lib.error.Refusal;

/** What was said in a room, by number, and how far everybody there has read it. */
@ApplicationScoped
public class ReadHistory {

  @Inject Rooms rooms;
  @Inject Memberships memberships;
  @Inject Entries entries;

  /**
   * A part of the history.
   *
   * @param entries in the order of their numbers
   * @param lastSeq number of the newest entry that this member may see
   * @param readSeq read up to this number
   */
  public record Part(List<EntryView> entries, long lastSeq, long readSeq) {}

  /**
   * What came after a number, the earliest of it.
   *
   * @param after only later numbers
   * @param limit at most this many
   * @throws Refusal {@code ROOM_NOT_FOUND}, {@code NOT_IN_ROOM}
   */
  @Transactional
  public Part after(UUID memberId, UUID roomId, long after, int limit) {
    View view = view(memberId, roomId);
    List<EntryView> part =
        after >= view.lastSeq() ? List.of() : entries.after(roomId, after, view.lastSeq(), limit);
    return new Part(part, view.lastSeq(), view.readSeq());
  }

  /**
   * What came before a number, the latest of it.
   *
   * @param before only earlier numbers, or null for the newest
   * @param limit at most this many
   * @throws Refusal {@code ROOM_NOT_FOUND}, {@code NOT_IN_ROOM}
   */
  @Transactional
  public Part before(UUID memberId, UUID roomId, Long before, int limit) {
    View view = view(memberId, roomId);
    long end = before == null ? view.lastSeq() + 1 : Math.min(before, view.lastSeq() + 1);
    List<EntryView> part = end <= 1 ? List.of() : entries.before(roomId, end, limit);
    return new Part(part, view.lastSeq(), view.readSeq());
  }

  /**
   * How far everybody in the room has read.
   *
   * @return nobody, for a member who has left
   * @throws Refusal {@code ROOM_NOT_FOUND}, {@code NOT_IN_ROOM}
   */
  @Transactional
  public List<ReadMark> readers(UUID memberId, UUID roomId) {
    return view(memberId, roomId).present() ? memberships.marks(roomId) : List.of();
  }

  private View view(UUID memberId, UUID roomId) {
    Room room =
        rooms
            .find(roomId)
            .orElseThrow(() -> new Refusal(ChatError.ROOM_NOT_FOUND, "There is no such room."));
    Membership membership =
        memberships
            .find(roomId, memberId)
            .orElseThrow(
                () ->
                    new Refusal(
                        ChatError.NOT_IN_ROOM,
                        "Only the host and those who joined the deal can read here."));
    return new View(
        membership.present(), membership.visibleTo(room.lastSeq()), membership.readSeq());
  }

  private record View(boolean present, long lastSeq, long readSeq) {}
}
