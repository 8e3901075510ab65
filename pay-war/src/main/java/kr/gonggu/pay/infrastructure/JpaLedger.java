package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Booking;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.LedgerProof;
import kr.gonggu.pay.domain.Posting;
import kr.gonggu.pay.domain.Transfer;

/**
 * The ledger in the service's schema.
 *
 * <p>Accounts are read and locked as entities but written by statements of our own: the order
 * matters (postings before balances, since a balance refers to the newest posting), and both legs
 * go in one statement each, since every round trip under the locks of a busy wallet is time in
 * which nobody else can use it.
 */
@ApplicationScoped
public class JpaLedger implements Ledger {

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Override
  public boolean open(Account account) {
    return entityManager
            .createNativeQuery(
                "INSERT IGNORE INTO account (id, kind, owner_id, opened_at) VALUES (?1, ?2, ?3, ?4)")
            .setParameter(1, account.id().toString())
            .setParameter(2, account.kind().name())
            .setParameter(3, account.ownerId().toString())
            .setParameter(4, Timestamp.from(account.openedAt()))
            .executeUpdate()
        == 1;
  }

  @Override
  public Optional<UUID> accountOf(UUID ownerId, AccountKind kind) {
    return entityManager
        .createQuery(
            "select a.id from Account a where a.ownerId = :owner and a.kind = :kind", UUID.class)
        .setParameter("owner", ownerId)
        .setParameter("kind", kind)
        .getResultStream()
        .findAny();
  }

  @Override
  public List<Account> accountsOf(UUID ownerId) {
    return entityManager
        .createQuery("select a from Account a where a.ownerId = :owner", Account.class)
        .setParameter("owner", ownerId)
        .getResultList();
  }

  @Override
  public Map<UUID, Account> lockWallets(UUID one, UUID other) {
    Map<UUID, Account> locked = new HashMap<>();
    for (Account account :
        locked(
            entityManager
                .createQuery(
                    "select a from Account a where a.ownerId in (:one, :other) and a.kind = :wallet"
                        + " order by a.ownerId",
                    Account.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .setParameter("wallet", AccountKind.WALLET))) {
      locked.put(account.ownerId(), account);
    }
    return locked;
  }

  @Override
  public Map<AccountKind, Account> lock(UUID ownerId, AccountKind... kinds) {
    Map<AccountKind, Account> locked = new EnumMap<>(AccountKind.class);
    for (Account account :
        locked(
            entityManager
                .createQuery(
                    "select a from Account a where a.ownerId = :owner and a.kind in :kinds"
                        + " order by a.kind",
                    Account.class)
                .setParameter("owner", ownerId)
                .setParameter("kinds", List.of(kinds)))) {
      locked.put(account.kind(), account);
    }
    if (locked.size() < kinds.length) {
      throw new IllegalStateException("Member " + ownerId + " lacks an account");
    }
    return locked;
  }

  @Override
  public Account lock(UUID accountId) {
    return locked(
            entityManager
                .createQuery("select a from Account a where a.id = :id", Account.class)
                .setParameter("id", accountId))
        .stream()
        .findAny()
        .orElseThrow(() -> new IllegalStateException("No account " + accountId));
  }

  /** What is booked is written by record(), and not a second time at the flush. */
  private List<Account> locked(TypedQuery<Account> query) {
    List<Account> accounts = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    accounts.forEach(entityManager::detach);
    return accounts;
  }

  @Override
  public void add(Transfer transfer) {
    // The next statement writes it: providers flush before a query.
    entityManager.persist(transfer);
  }

  @Override
  public void close(Account account, Instant now) {
    account.close(now);
    entityManager
        .createNativeQuery("UPDATE account SET closed_at = ?1 WHERE id = ?2")
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, account.id().toString())
        .executeUpdate();
  }

  @Override
  public void record(Booking booking) {
    insertPostings(booking.debit(), booking.credit());
    updateAccounts(booking.from(), booking.to());
  }

  private void insertPostings(Posting debit, Posting credit) {
    entityManager
        .createNativeQuery(
            "INSERT INTO posting (account_id, seq, transfer_id, amount, balance_after, posted_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6), (?7, ?8, ?3, ?9, ?10, ?11)")
        .setParameter(1, debit.accountId().toString())
        .setParameter(2, debit.seq())
        .setParameter(3, debit.transferId().toString())
        .setParameter(4, debit.amount())
        .setParameter(5, debit.balanceAfter())
        .setParameter(6, Timestamp.from(debit.postedAt()))
        .setParameter(7, credit.accountId().toString())
        .setParameter(8, credit.seq())
        .setParameter(9, credit.amount())
        .setParameter(10, credit.balanceAfter())
        .setParameter(11, Timestamp.from(credit.postedAt()))
        .executeUpdate();
  }

  private void updateAccounts(Account from, Account to) {
    entityManager
        .createNativeQuery(
            "UPDATE account SET"
                + " balance = CASE id WHEN ?1 THEN ?2 ELSE ?3 END,"
                + " last_seq = CASE id WHEN ?1 THEN ?4 ELSE ?5 END,"
                + " last_posted_at = CASE id WHEN ?1 THEN ?6 ELSE ?7 END,"
                + " remitted_on = CASE id WHEN ?1 THEN ?8 ELSE remitted_on END,"
                + " remitted = CASE id WHEN ?1 THEN ?9 ELSE remitted END"
                + " WHERE id IN (?1, ?10)")
        .setParameter(1, from.id().toString())
        .setParameter(2, from.balance())
        .setParameter(3, to.balance())
        .setParameter(4, from.lastSeq())
        .setParameter(5, to.lastSeq())
        .setParameter(6, Timestamp.from(from.lastPostedAt()))
        .setParameter(7, Timestamp.from(to.lastPostedAt()))
        .setParameter(8, from.remittedOn())
        .setParameter(9, from.remitted())
        .setParameter(10, to.id().toString())
        .executeUpdate();
  }

  @Override
  public LedgerProof prove() {
    return ProofQuery.run(entityManager);
  }
}
