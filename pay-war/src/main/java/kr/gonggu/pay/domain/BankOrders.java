package kr.gonggu.pay.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the bank was asked for. */
public interface BankOrders {

  /** Adds an order. */
  void add(BankOrder order);

  /** An order to look at. */
  Optional<BankOrder> find(UUID id);

  /**
   * An order to change: until the transaction ends nobody else does.
   *
   * @throws IllegalStateException when there is none
   */
  BankOrder lock(UUID id);

  /** The orders for which the bank is to be asked again, the longest overdue first. */
  List<UUID> due(Instant now, int most);

  /** What a member asked for and the bank has not answered yet, the oldest first. */
  List<BankOrder> pendingOf(UUID memberId);
}
