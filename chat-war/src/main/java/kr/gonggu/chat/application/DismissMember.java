package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Room;

/** A member's enrolment was cancelled: from here on the room can be read but not written in. */
@ApplicationScoped
public class DismissMember {

  @Inject LockedRoom lockedRoom;
  @Inject Memberships memberships;
  @Inject Notices notices;
  @Inject Clock clock;

  /**
   * Lets the member go and says so in the room; nothing happens for one who is not in (an enrolment
   * may be cancelled before it was confirmed).
   *
   * @throws kr.gonggu.lib.error.Refusal {@code ROOM_NOT_FOUND}
   */
  @Transactional
  public void dismiss(UUID dealId, UUID memberId) {
    Room room = lockedRoom.of(dealId);
    memberships
        .find(dealId, memberId)
        .flatMap(membership -> room.dismiss(membership, Now.of(clock)))
        .ifPresent(notices::tell);
  }
}
