package kr.gonggu.pay.application;

import java.util.ArrayList;
import java.util.Collection;
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

/** A ledger for one thread, to test use cases without a database. */
final class InMemoryLedger implements Ledger {

  final List<Booking> bookings = new ArrayList<>();
  private final Map<UUID, Account> accounts = new LinkedHashMap<>();

  @Override
  public boolean open(Account account) {
    if (accountOf(account.ownerId(), account.kind()).isPresent()) {
      return false;
    }
    accounts.put(account.id(), account);
    return true;
  }

  @Override
  public Optional<UUID> accountOf(UUID ownerId, AccountKind kind) {
    return accountsOf(ownerId).stream()
        .filter(account -> account.kind() == kind)
        .map(Account::id)
        .findAny();
  }

  @Override
  public List<Account> accountsOf(UUID ownerId) {
    return accounts.values().stream().filter(account -> ownerId.equals(account.ownerId())).toList();
  }

  @Override
  public Map<UUID, Account> lock(Collection<UUID> accountIds) {
    Map<UUID, Account> locked = new HashMap<>(accounts);
    locked.keySet().retainAll(accountIds);
    return locked;
  }

  @Override
  public void record(Booking booking) {
    bookings.add(booking);
  }

  @Override
  public LedgerProof prove() {
    throw new UnsupportedOperationException("A database counts, see LedgerIT");
  }
}
