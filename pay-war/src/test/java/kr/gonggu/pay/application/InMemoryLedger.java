package kr.gonggu.pay.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Booking;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.LedgerProof;
import kr.gonggu.pay.domain.Transfer;

/** A ledger for one thread, to test use cases without a database. */
final class InMemoryLedger implements Ledger {

  final List<Booking> bookings = new ArrayList<>();
  private final Map<UUID, Transfer> transfers = new HashMap<>();
  private final Map<UUID, Account> accounts = new LinkedHashMap<>();

  @Override
  public boolean open(Account account) {
    if (account(account.ownerId(), account.kind()).isPresent()) {
      return false;
    }
    accounts.put(account.id(), account);
    return true;
  }

  @Override
  public Optional<UUID> accountOf(UUID ownerId, AccountKind kind) {
    return account(ownerId, kind).map(Account::id);
  }

  @Override
  public List<Account> accountsOf(UUID ownerId) {
    return accounts.values().stream().filter(account -> ownerId.equals(account.ownerId())).toList();
  }

  @Override
  public Map<UUID, Account> lockWallets(UUID one, UUID other) {
    Map<UUID, Account> wallets = new HashMap<>();
    for (UUID owner : List.of(one, other)) {
      account(owner, AccountKind.WALLET).ifPresent(wallet -> wallets.put(owner, wallet));
    }
    return wallets;
  }

  @Override
  public Map<AccountKind, Account> lock(UUID ownerId, AccountKind... kinds) {
    Map<AccountKind, Account> locked = new EnumMap<>(AccountKind.class);
    for (AccountKind kind : kinds) {
      locked.put(kind, account(ownerId, kind).orElseThrow(IllegalStateException::new));
    }
    return locked;
  }

  @Override
  public Account lock(UUID accountId) {
    return accounts.get(accountId);
  }

  @Override
  public void add(Transfer transfer) {
    if (transfers.putIfAbsent(transfer.id(), transfer) != null) {
      throw new IllegalStateException("Transfer " + transfer.id() + " is booked already");
    }
  }

  @Override
  public void record(Booking booking) {
    if (!transfers.containsKey(booking.transfer().id())) {
      throw new IllegalStateException("Transfer " + booking.transfer().id() + " was not added");
    }
    bookings.add(booking);
  }

  @Override
  public void close(Account account, Instant now) {
    account.close(now);
  }

  @Override
  public LedgerProof prove() {
    throw new UnsupportedOperationException("A database counts, see LedgerIT");
  }

  Account wallet(UUID ownerId) {
    return account(ownerId, AccountKind.WALLET).orElseThrow();
  }

  /** Of a member's account in won; 0 before it is opened. */
  long balance(UUID ownerId, AccountKind kind) {
    return account(ownerId, kind).map(Account::balance).orElse(0L);
  }

  private Optional<Account> account(UUID ownerId, AccountKind kind) {
    return accountsOf(ownerId).stream().filter(account -> account.kind() == kind).findAny();
  }
}
