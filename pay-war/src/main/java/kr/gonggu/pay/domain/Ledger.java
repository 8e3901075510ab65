package kr.gonggu.pay.domain;

import java.time.Instant;
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
   * Wallets to book on: until the transaction ends nobody else books on them. They are locked in
   * ascending order of their owners, so that transfers in opposite directions wait for each other
   * instead of blocking each other.
   *
   * @return by owner; whoever has no wallet yet is not in it
   */
  Map<UUID, Account> lockWallets(UUID one, UUID other);

  /**
   * Accounts of one member to book on, locked in ascending order of their kinds. No transaction
   * locks these of one member and a wallet of another.
   *
   * @throws IllegalStateException when one of them does not exist
   */
  Map<AccountKind, Account> lock(UUID ownerId, AccountKind... kinds);

  /**
   * An account to book on that may be the house's.
   *
   * @throws IllegalStateException when it does not exist
   */
  Account lock(UUID accountId);

  /**
   * Adds a transfer that is about to be booked. Before the accounts are locked, because others wait
   * for them from then on.
   */
  void add(Transfer transfer);

  /** Writes down what was booked on locked accounts. */
  void record(Booking booking);

  /** Closes a locked account. */
  void close(Account account, Instant now);

  /** What the ledger says of itself at this moment. */
  LedgerProof prove();
}
