package kr.gonggu.pay.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankAnswer;
import kr.gonggu.pay.domain.BankGateway;
import kr.gonggu.pay.domain.BankOrder;
import kr.gonggu.pay.domain.PayError;
import kr.gonggu.pay.domain.Transfer;

/** A bank whose money never ends, that keeps its contract and loses requests and answers. */
final class FakeBank implements BankGateway {

  private static final UUID HOUSE = UuidV7.next();

  private final InMemoryLedger ledger;
  private final Map<UUID, BankAnswer> answers = new HashMap<>();
  private final Set<UUID> carriedOut = new HashSet<>();
  private boolean requestLost;
  private boolean answerLost;
  private boolean refusing;
  private boolean broken;

  FakeBank(InMemoryLedger ledger) {
    this.ledger = ledger;
    ledger.open(new Account(HOUSE, AccountKind.SANDBOX_FUNDING, HOUSE, java.time.Instant.EPOCH));
  }

  void losesTheNextRequest() {
    requestLost = true;
  }

  void losesTheNextAnswer() {
    answerLost = true;
  }

  void breaksDownOnce() {
    broken = true;
  }

  void refuses() {
    refusing = true;
  }

  /** How many orders were carried out. */
  int carriedOut() {
    return carriedOut.size();
  }

  @Override
  public boolean playMoney() {
    return true;
  }

  @Override
  public void openAccount(UUID memberId) {
    // Everybody's money is the house's.
  }

  @Override
  public BankAnswer execute(BankOrder order) {
    if (broken) {
      broken = false;
      throw new IllegalStateException("The bank's own database is full");
    }
    if (requestLost) {
      requestLost = false;
      return BankAnswer.unknown();
    }
    BankAnswer answer = answers.computeIfAbsent(order.id(), id -> carryOut(order));
    if (answerLost) {
      answerLost = false;
      return BankAnswer.unknown();
    }
    return answer;
  }

  private BankAnswer carryOut(BankOrder order) {
    if (refusing) {
      return BankAnswer.refused(PayError.BANK_REFUSED);
    }
    Account house = ledger.lock(HOUSE);
    Account clearing =
        ledger.lock(order.memberId(), AccountKind.BANK_CLEARING).get(AccountKind.BANK_CLEARING);
    Transfer transfer = Transfer.atBank(order, order.createdAt());
    boolean charge = order.kind() == BankOrder.Kind.CHARGE;
    ledger.add(transfer);
    ledger.record(
        transfer.book(charge ? house : clearing, charge ? clearing : house, order.createdAt()));
    carriedOut.add(order.id());
    return BankAnswer.done();
  }
}
