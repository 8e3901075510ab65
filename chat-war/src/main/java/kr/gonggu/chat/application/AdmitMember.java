package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.chat.domain.Members;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Neighbour;
import kr.gonggu.chat.domain.Room;

/** A member's enrolment was confirmed: the room's door opens. */
@ApplicationScoped
public class AdmitMember {

  @Inject LockedRoom lockedRoom;
  @Inject Memberships memberships;
  @Inject Members members;
  @Inject Notices notices;
  @Inject Clock clock;

  /**
   * Lets the member in, for the first time or again, and says so in the room. One who is in stays
   * in, and nothing is said. One who left the market meanwhile stays out.
   *
   * @throws kr.gonggu.lib.error.Refusal {@code ROOM_NOT_FOUND}
   */
  @Transactional
  public void admit(UUID dealId, Neighbour member) {
    Room room = lockedRoom.of(dealId);
    Instant now = Now.of(clock);
    members.introduce(member);
    if (members.gone(member.id())) {
      return;
    }
    Membership membership =
        memberships
            .find(dealId, member.id())
            .orElseGet(
                () -> {
                  Membership vacant = Membership.vacant(room, member.id(), now);
                  memberships.add(vacant);
                  return vacant;
                });
    room.admit(membership, now).ifPresent(notices::tell);
  }
}
