package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import kr.gonggu.chat.domain.Heading;

/** The host gave the deal another title or another first picture. */
@ApplicationScoped
public class EntitleRoom {

  @Inject LockedRoom lockedRoom;

  /**
   * Gives the room what the deal is recognised by now.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code ROOM_NOT_FOUND}
   */
  @Transactional
  public void entitle(UUID dealId, Heading heading) {
    lockedRoom.of(dealId).entitle(heading);
  }
}
