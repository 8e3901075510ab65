package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.lib.persistence.LockConflicts;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankAnswer;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.Ledger;
import kr.gonggu.pay.domain.PayError;
import kr.gonggu.pay.domain.Transfer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A bank to try the market with: everybody has an account there that begins with some money. Its
 * accounts stand in our own ledger, funded by an account that owes what was given out, so that the
 * sum of all postings stays zero.
 *
 * <p>Like a real bank it has commits of its own, remembers which orders it has answered, and keeps
 * to its first answer. With {@link Rehearsal} it also behaves as badly as one.
 */
@ApplicationScoped
public class SandboxBank implements BankGateway {

  private static final Logger LOG = System.getLogger(SandboxBank.class.getName());

  /** Made by the first migration. */
  static final UUID FUNDING = UUID.fromString("00000000-0000-7000-8000-000000000001");

  @PersistenceContext(unitName = "pay")
  EntityManager entityManager;

  @Inject Ledger ledger;
  @Inject PayRuntime runtime;
  @Inject Rehearsal rehearsal;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "gonggu.pay.sandbox.opening", defaultValue = "100000")
  long openingBalance;

  @Override
  public boolean playMoney() {
    return true;
  }

  @Override
  public void openAccount(UUID memberId) {
    Instant now = clock.instant();
    Account account = new Account(UuidV7.next(), AccountKind.SANDBOX_BANK, memberId, now);
    if (ledger.open(account)) {
      Transfer grant = Transfer.grant(openingBalance, now);
      ledger.add(grant);
      ledger.record(grant.book(ledger.lock(FUNDING), ledger.lock(account.id()), now));
    }
  }

  @Override
  public BankAnswer execute(BankOrder order) {
    try {
      return rehearsal.play(order, () -> answer(order));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The bank's answer to order {0} is not known: {1}", order.id(), e);
      return BankAnswer.unknown();
    }
  }

  private BankAnswer answer(BankOrder order) {
    return LockConflicts.retried(() -> runtime.callInTransaction(() -> firstAnswer(order)));
  }

  private BankAnswer firstAnswer(BankOrder order) {
    // Whoever asks for the same order meanwhile waits here until this answer is committed.
    int first =
        entityManager
            .createNativeQuery(
                "INSERT IGNORE INTO sandbox_order (order_id, answered_at) VALUES (?1, ?2)")
            .setParameter(1, order.id().toString())
            .setParameter(2, Timestamp.from(clock.instant()))
            .executeUpdate();
    if (first == 0) {
      return remembered(order.id());
    }
    BankAnswer answer =
        rehearsal.refuses(order) ? BankAnswer.refused(PayError.BANK_REFUSED) : move(order);
    if (answer.outcome() == BankAnswer.Outcome.REFUSED) {
      entityManager
          .createNativeQuery("UPDATE sandbox_order SET refusal = ?1 WHERE order_id = ?2")
          .setParameter(1, answer.reason().name())
          .setParameter(2, order.id().toString())
          .executeUpdate();
    }
    return answer;
  }

  private BankAnswer remembered(UUID orderId) {
    List<?> refusals =
        entityManager
            .createNativeQuery("SELECT refusal FROM sandbox_order WHERE order_id = ?1")
            .setParameter(1, orderId.toString())
            .getResultList();
    String refusal = (String) refusals.get(0);
    return refusal == null ? BankAnswer.done() : BankAnswer.refused(PayError.valueOf(refusal));
  }

  private BankAnswer move(BankOrder order) {
    Map<AccountKind, Account> locked =
        ledger.lock(order.memberId(), AccountKind.BANK_CLEARING, AccountKind.SANDBOX_BANK);
    Account bank = locked.get(AccountKind.SANDBOX_BANK);
    Account clearing = locked.get(AccountKind.BANK_CLEARING);
    boolean charge = order.kind() == BankOrder.Kind.CHARGE;
    if (charge && order.amount() > bank.available()) {
      return BankAnswer.refused(PayError.BANK_INSUFFICIENT_FUNDS);
    }
    Instant now = clock.instant();
    Transfer transfer = Transfer.atBank(order, now);
    ledger.add(transfer);
    ledger.record(charge ? transfer.book(bank, clearing, now) : transfer.book(clearing, bank, now));
    return BankAnswer.done();
  }
}
