package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** The host gave the deal another title. */
@ApplicationScoped
public class RetitleRoom {

  @Inject LockedRoom lockedRoom;

  /**
   * Gives the room the deal's title.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code ROOM_NOT_FOUND}
   */
  @Transactional
  public void retitle(UUID dealId, String title) {
    lockedRoom.of(dealId).retitle(title);
  }
}
