package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import kr.gonggu.chat.domain.ChatError;
import kr.gonggu.chat.domain.Room;
import kr.gonggu.chat.domain.Rooms;
import kr.gonggu.lib.error.Refusal;

/** A room to make entries in. */
@ApplicationScoped
class LockedRoom {

  @Inject Rooms rooms;

  /**
   * @throws Refusal {@code ROOM_NOT_FOUND}
   */
  Room of(UUID dealId) {
    return rooms
        .lock(dealId)
        .orElseThrow(
            () -> new Refusal(ChatError.ROOM_NOT_FOUND, "There is no room " + dealId + "."));
  }
}
