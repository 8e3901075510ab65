package kr.gonggu.chat.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.Members;
import kr.gonggu.chat.domain.Memberships;

/**
 * A member left the market: chat forgets the name and lets the member out of every room. What was
 * said stays, since it belongs to the talk of the others; it bears a pseudonym.
 */
@ApplicationScoped
public class LeaveMarket {

  @Inject Members members;
  @Inject Memberships memberships;
  @Inject DismissMember dismissMember;
  @Inject Clock clock;

  /** Forgets the member; one who is forgotten already stays so. */
  @Transactional
  public void leave(UUID memberId) {
    Instant now = Now.of(clock);
    members.forget(memberId, now);
    // In an order, so that two who leave at once cannot lock each other out.
    List<UUID> rooms =
        memberships.visits(List.of(memberId)).stream()
            .map(Memberships.Visit::roomId)
            .sorted()
            .toList();
    rooms.forEach(room -> dismissMember.dismiss(room, memberId));
  }
}
