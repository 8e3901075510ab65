package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.RoomSummary;
import kr.gonggu.chat.domain.Rooms;

/** A member's rooms, those with the newest entries first. */
@ApplicationScoped
public class ListRooms {

  @Inject Rooms rooms;

  /**
   * @param before place in the list after which to go on, or null for its beginning
   * @param limit at most this many
   */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<RoomSummary> list(UUID memberId, Rooms.Place before, int limit) {
    return rooms.of(memberId, before, limit);
  }
}
