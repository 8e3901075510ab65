package kr.gonggu.pay.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.BankAnswer;
import kr.gonggu.pay.domain.BankPatience;
import kr.gonggu.pay.domain.MoneyRemitted;
import kr.gonggu.pay.domain.MoneyRequest;
import kr.gonggu.pay.domain.PayError;
import kr.gonggu.pay.domain.PayEvents;
import kr.gonggu.pay.domain.WalletCharged;
import kr.gonggu.pay.domain.WalletWithdrawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the bank does, money is in one place: not lost, not doubled. */
class BankOrdersTest {

  private static final Instant NOW = Instant.parse("2026-05-01T03:00:00Z");
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryBankOrders orders = new InMemoryBankOrders();
  private final InMemoryMembers members = new InMemoryMembers();
  private final FakeBank bank = new FakeBank(ledger);
  private final List<Object> told = new ArrayList<>();
  private final RequestCharge requestCharge = new RequestCharge();
  private final RequestWithdrawal requestWithdrawal = new RequestWithdrawal();
  private final SettleBankOrder settleBankOrder = new SettleBankOrder();
  private final ReconcileBankOrders reconcileBankOrders = new ReconcileBankOrders();
  private final ApplyBankAnswer applyBankAnswer = new ApplyBankAnswer();
  private final CloseWallet closeWallet = new CloseWallet();
  private final UUID anna = UuidV7.next();

  @BeforeEach
  void wire() {
    OpenWallet openWallet = new OpenWallet();
    openWallet.ledger = ledger;
    openWallet.bank = bank;
    requestCharge.ledger = ledger;
    requestCharge.orders = orders;
    requestCharge.openWallet = openWallet;
    requestCharge.patience = new BankPatience(Duration.ofSeconds(3), RETRY);
    requestWithdrawal.ledger = ledger;
    requestWithdrawal.orders = orders;
    requestWithdrawal.openWallet = openWallet;
    requestWithdrawal.patience = requestCharge.patience;
    applyBankAnswer.orders = orders;
    applyBankAnswer.ledger = ledger;
    applyBankAnswer.requestWithdrawal = requestWithdrawal;
    applyBankAnswer.events = new RecordingEvents();
    settleBankOrder.orders = orders;
    settleBankOrder.bank = bank;
    settleBankOrder.ledger = ledger;
    settleBankOrder.applyBankAnswer = applyBankAnswer;
    reconcileBankOrders.orders = orders;
    reconcileBankOrders.settleBankOrder = settleBankOrder;
    reconcileBankOrders.claimBankOrder = new ClaimBankOrder();
    reconcileBankOrders.claimBankOrder.orders = orders;
    reconcileBankOrders.claimBankOrder.patience = requestCharge.patience;
    closeWallet.members = members;
    closeWallet.ledger = ledger;
    closeWallet.openWallet = openWallet;
    closeWallet.requestWithdrawal = requestWithdrawal;
    itIs(NOW);
  }

  private void itIs(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    requestCharge.clock = clock;
    requestCharge.openWallet.clock = clock;
    requestWithdrawal.clock = clock;
    applyBankAnswer.clock = clock;
    reconcileBankOrders.clock = clock;
    reconcileBankOrders.claimBankOrder.clock = clock;
    closeWallet.clock = clock;
  }

  private Receipt charge(long won) {
    return settleBankOrder.settle(requestCharge.request(new MoneyRequest(anna, "k", won)));
  }

  private Receipt withdraw(long won) {
    return settleBankOrder.settle(requestWithdrawal.request(new MoneyRequest(anna, "k", won)));
  }

  @Test
  void whatTheBankGivesIsInTheWallet() {
    Receipt receipt = charge(30_000);

    assertThat(receipt.pending()).isFalse();
    assertThat(receipt.balance()).isEqualTo(30_000);
    assertMoney(30_000, 0);
    assertThat(told).hasSize(1).first().isInstanceOf(WalletCharged.class);
  }

  @Test
  void aChargeWhoseRequestIsLostIsCarriedOutLater() {
    bank.losesTheNextRequest();

    assertThat(charge(30_000).pending()).isTrue();
    assertMoney(0, 0);

    itIs(NOW.plus(RETRY));
    reconcileBankOrders.reconcile();

    assertMoney(30_000, 0);
    assertThat(bank.carriedOut()).isEqualTo(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void aChargeWhoseAnswerIsLostIsNotCarriedOutTwice() {
    bank.losesTheNextAnswer();

    assertThat(charge(30_000).pending()).isTrue();
    assertMoney(0, 30_000);

    itIs(NOW.plus(RETRY));
    reconcileBankOrders.reconcile();
    itIs(NOW.plus(Duration.ofHours(1)));
    reconcileBankOrders.reconcile();

    assertMoney(30_000, 0);
    assertThat(bank.carriedOut()).isEqualTo(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void aWithdrawalOnItsWayCannotBeSpentAgain() {
    charge(30_000);
    bank.losesTheNextRequest();

    Receipt receipt = withdraw(20_000);

    assertThat(receipt.pending()).isTrue();
    assertThat(receipt.balance()).isEqualTo(10_000);
    assertMoney(10_000, 20_000);
    assertThat(refusal(() -> withdraw(20_000)).code()).isEqualTo(PayError.INSUFFICIENT_FUNDS);

    itIs(NOW.plus(RETRY));
    reconcileBankOrders.reconcile();

    assertMoney(10_000, 0);
    assertThat(told).hasSize(2).last().isInstanceOf(WalletWithdrawn.class);
  }

  @Test
  void aWithdrawalThatTheBankRefusesIsInTheWalletAgain() {
    charge(30_000);
    bank.refuses();

    assertThat(refusal(() -> withdraw(20_000)).code()).isEqualTo(PayError.BANK_REFUSED);

    assertMoney(30_000, 0);
    assertThat(told).hasSize(1);
  }

  @Test
  void aRefusalThatArrivesLateIsARefusalAndWhoAsksAgainHearsOfIt() {
    charge(30_000);
    bank.refuses();
    bank.losesTheNextAnswer();
    UUID order = requestWithdrawal.request(new MoneyRequest(anna, "k", 20_000));

    assertThat(settleBankOrder.settle(order).pending()).isTrue();
    itIs(NOW.plus(RETRY));
    reconcileBankOrders.reconcile();

    assertThat(refusal(() -> settleBankOrder.settle(order)).code())
        .isEqualTo(PayError.BANK_REFUSED);
    assertMoney(30_000, 0);
  }

  @Test
  void theSameAnswerTwiceIsBookedOnce() {
    UUID order = requestCharge.request(new MoneyRequest(anna, "k", 30_000));
    settleBankOrder.settle(order);

    applyBankAnswer.apply(order, BankAnswer.done());
    applyBankAnswer.apply(order, BankAnswer.refused(PayError.BANK_REFUSED));

    assertMoney(30_000, 0);
    assertThat(settleBankOrder.settle(order).balance()).isEqualTo(30_000);
    assertThat(told).hasSize(1);
  }

  @Test
  void theBankIsAskedAgainWithPausesThatGrow() {
    List<Long> askedAfter = new ArrayList<>();
    bank.losesTheNextRequest();
    charge(30_000);
    for (long seconds = 1; seconds <= 100; seconds++) {
      itIs(NOW.plusSeconds(seconds));
      bank.losesTheNextRequest();
      int before = orders.pendingOf(anna).get(0).attempts();
      reconcileBankOrders.reconcile();
      if (orders.pendingOf(anna).get(0).attempts() > before) {
        askedAfter.add(seconds);
      }
    }

    assertThat(askedAfter).containsExactly(5L, 15L, 35L, 75L);
  }

  @Test
  void anOrderThatFailsDoesNotHoldUpTheOthers() {
    bank.losesTheNextRequest();
    charge(30_000);
    bank.losesTheNextRequest();
    charge(5_000);
    itIs(NOW.plus(RETRY));

    bank.breaksDownOnce();
    reconcileBankOrders.reconcile();
    assertMoney(5_000, 0);

    itIs(NOW.plus(Duration.ofMinutes(1)));
    reconcileBankOrders.reconcile();
    assertMoney(35_000, 0);
  }

  @Test
  void whoLeavesGetsTheRestBackAndHasNoWalletAnyMore() {
    charge(30_000);

    closeWallet.close(anna, NOW);
    reconcileBankOrders.reconcile();

    assertMoney(0, 0);
    assertThat(refusal(() -> charge(1)).code()).isEqualTo(PayError.WALLET_CLOSED);
    assertThat(refusal(() -> withdraw(1)).code()).isEqualTo(PayError.WALLET_CLOSED);
    assertThat(bank.carriedOut()).isEqualTo(2);
  }

  @Test
  void aChargeThatArrivesAfterItsMemberLeftGoesBack() {
    bank.losesTheNextAnswer();
    charge(30_000);
    closeWallet.close(anna, NOW);

    itIs(NOW.plus(RETRY));
    reconcileBankOrders.reconcile();
    reconcileBankOrders.reconcile();

    assertMoney(0, 0);
    assertThat(bank.carriedOut()).isEqualTo(2);
    assertThat(orders.pendingOf(anna)).isEmpty();
  }

  @Test
  void leavingTwiceReturnsTheRestOnce() {
    charge(30_000);

    closeWallet.close(anna, NOW);
    closeWallet.close(anna, NOW);

    assertThat(orders.pendingOf(anna)).hasSize(1);
    assertMoney(0, 30_000);
  }

  private void assertMoney(long inWallet, long onItsWay) {
    assertThat(ledger.balance(anna, AccountKind.WALLET)).isEqualTo(inWallet);
    assertThat(ledger.balance(anna, AccountKind.BANK_CLEARING)).isEqualTo(onItsWay);
  }

  private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    return catchThrowableOfType(Refusal.class, work);
  }

  private final class RecordingEvents implements PayEvents {

    @Override
    public void moneyRemitted(MoneyRemitted event) {
      throw new AssertionError("no remittance here");
    }

    @Override
    public void walletCharged(WalletCharged event) {
      told.add(event);
    }

    @Override
    public void walletWithdrawn(WalletWithdrawn event) {
      told.add(event);
    }
  }
}
