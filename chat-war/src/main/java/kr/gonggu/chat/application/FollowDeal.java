package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import kr.gonggu.chat.domain.DealStatus;

/** The deal moved on: its room says so, and closes for writing when the deal is off. */
@ApplicationScoped
public class FollowDeal {

  @Inject LockedRoom lockedRoom;
  @Inject Notices notices;
  @Inject Clock clock;

  /**
   * Records the deal's status; one that the room knows already changes nothing.
   *
   * @param words what the host said to it, or null
   * @throws kr.gonggu.lib.error.Refusal {@code ROOM_NOT_FOUND}
   */
  @Transactional
  public void dealBecame(UUID dealId, DealStatus status, String words) {
    lockedRoom.of(dealId).dealBecame(status, words, Now.of(clock)).ifPresent(notices::tell);
  }
}
