package kr.gonggu.pay.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All accounts and everything that was ever booked. */
public interface Ledger {

  /**
   * Opens an account unless its owner has one of this kind.
   *
   * @return false when there was one already
   */
  boolean open(Account account);

  /** The id of a member's account, or empty before it is opened. */
  Optional<UUID> accountOf(UUID ownerId, AccountKind kind);

  /** All accounts of a member, to look at. */
  List<Account> accountsOf(UUID ownerId);

  /**
   * Accounts to book on: until the transaction ends nobody else books on them. They are locked in
   * ascending order of their ids, so that transfers in opposite directions wait for each other
   * instead of blocking each other.
   *
   * @return by id
   * @throws IllegalStateException when one of them does not exist
   */
  Map<UUID, Account> lock(Collection<UUID> accountIds);

  /** Writes down what was booked on locked accounts. */
  void record(Booking booking);

  /** What the ledger says of itself at this moment. */
  LedgerProof prove();
}
