package kr.gonggu.deal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All deals. */
public interface Deals {

  /** Adds a deal that was just opened. */
  void add(Deal deal);

  /** A deal as it is at this moment, to look at. */
  Optional<Deal> find(UUID id);

  /** A deal to change: until the transaction ends nobody else changes it. */
  Optional<Deal> lock(UUID id);

  /**
   * Takes shares for a member, all or none, by one conditional statement: of any number of members
   * at once exactly those get shares for whom there are some. The deal becomes FULL with the last
   * share, and stays locked until the transaction ends.
   *
   * @param quantity at least 1
   * @return false, and nothing is changed, when the deal does not recruit at {@code now}, has fewer
   *     shares left, is the member's own or joined already, or does not exist
   */
  boolean takeShares(UUID id, UUID memberId, int quantity, Instant now);

  /**
   * Marks a deal as expired if it still recruits past its deadline.
   *
   * @return true for one caller only, however many try
   */
  boolean expire(UUID id, Instant now);

  /** Deals whose reminder is due, the longest due first. */
  List<UUID> toRemind(Instant now, int most);

  /** Deals under way that a member hosts or has joined, in the order in which they are locked. */
  List<UUID> underWayWith(UUID memberId);

  /** Deals that recruit past their deadline, the most overdue first. */
  List<UUID> overdue(Instant now, int most);
}
