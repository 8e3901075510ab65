package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.chat.domain.Heading;
import kr.gonggu.chat.domain.Members;
import kr.gonggu.chat.domain.Membership;
import kr.gonggu.chat.domain.Memberships;
import kr.gonggu.chat.domain.Neighbour;
import kr.gonggu.chat.domain.Room;
import kr.gonggu.chat.domain.Rooms;

/** A deal was opened: it gets its room, with the host in it. */
@ApplicationScoped
public class OpenRoom {

  @Inject Rooms rooms;
  @Inject Memberships memberships;
  @Inject Members members;
  @Inject Notices notices;
  @Inject Clock clock;

  /**
   * Opens the room; a deal that has one keeps it.
   *
   * @param dealId becomes the room's id
   * @param heading what the room is recognised by
   * @param host who opened the deal
   */
  @Transactional
  public void open(UUID dealId, Heading heading, Neighbour host) {
    if (rooms.find(dealId).isPresent()) {
      return;
    }
    Instant now = Now.of(clock);
    members.introduce(host);
    Room room = Room.open(dealId, heading, host.id(), now);
    rooms.add(room);
    Membership place = Membership.ofHost(room, now);
    memberships.add(place);
    if (members.gone(host.id())) {
      // The two topics are not in step: the host had left the market before this was heard.
      room.dismiss(place, now).ifPresent(notices::tell);
    }
  }
}
