package kr.gonggu.pay.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.Account;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Member;
import kr.gonggu.pay.domain.MoneyRemitted;
import kr.gonggu.pay.domain.MoneyRequest;
import kr.gonggu.pay.domain.PayError;
import kr.gonggu.pay.domain.PayEvents;
import kr.gonggu.pay.domain.RemittanceLimits;
import kr.gonggu.pay.domain.Transfer;
import kr.gonggu.pay.domain.WalletCharged;
import kr.gonggu.pay.domain.WalletWithdrawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemitMoneyTest {

  private static final Instant NOW = Instant.parse("2026-05-01T03:00:00Z");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryMembers members = new InMemoryMembers();
  private final List<MoneyRemitted> told = new ArrayList<>();
  private final RemitMoney remitMoney = new RemitMoney();
  private final UUID anna = UuidV7.next();
  private final UUID bora = UuidV7.next();

  @BeforeEach
  void wire() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    OpenWallet openWallet = new OpenWallet();
    openWallet.ledger = ledger;
    openWallet.bank = new FakeBank(ledger);
    openWallet.clock = clock;
    remitMoney.ledger = ledger;
    remitMoney.members = members;
    remitMoney.openWallet = openWallet;
    remitMoney.limits = new RemittanceLimits(2_000_000, 3_000_000, ZoneId.of("Asia/Seoul"));
    remitMoney.clock = clock;
    remitMoney.events = new RecordingEvents();
    for (UUID id : List.of(anna, bora)) {
      Member member = new Member(id);
      member.name(id.equals(anna) ? "쌀집" : "떡집", NOW);
      members.add(member);
      Account wallet = new Account(UuidV7.next(), AccountKind.WALLET, id, NOW);
      ledger.open(wallet);
      wallet.credit(Transfer.grant(5_000_000, NOW), NOW);
    }
  }

  @Test
  void theReceiptAndTheEventSayWhatHappened() {
    UUID deal = UuidV7.next();

    Receipt receipt =
        remitMoney.remit(
            new MoneyRequest(anna, "k", 12_500),
            new Remittance(UuidV7.next(), "쌀집", "떡집", deal, "귤"));

    assertThat(receipt.balance()).isEqualTo(4_987_500);
    assertThat(receipt.toNickname()).isEqualTo("떡집");
    assertThat(told)
        .containsExactly(
            new MoneyRemitted(receipt.id(), anna, "쌀집", bora, "떡집", 12_500, deal, "귤", NOW));
    assertThat(wallet(bora).balance()).isEqualTo(5_012_500);
  }

  @Test
  void nobodyCanSendMoreInADayThanTheLimit() {
    remit(2_000_000);
    remit(1_000_000);

    assertThat(refusal(1).code()).isEqualTo(PayError.DAILY_LIMIT_EXCEEDED);
    assertThat(ledger.bookings).hasSize(2);
    assertThat(told).hasSize(2);
  }

  @Test
  void nobodyCanSendMoreAtOnceThanTheLimit() {
    assertThat(refusal(2_000_001).code()).isEqualTo(PayError.TRANSFER_LIMIT_EXCEEDED);
    assertThat(ledger.bookings).isEmpty();
  }

  @Test
  void aStrangerAndOneselfCannotBePaid() {
    assertThat(refusal(anna, "아무개", 1).code()).isEqualTo(PayError.NO_SUCH_MEMBER);
    assertThat(refusal(anna, "쌀집", 1).code()).isEqualTo(PayError.REMITTANCE_TO_SELF);
    assertThat(ledger.bookings).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void whoHasLeftCanNeitherSendNorBePaid() {
    wallet(bora).close(NOW);

    assertThat(refusal(1).code()).isEqualTo(PayError.NO_SUCH_MEMBER);
    assertThat(refusal(bora, "쌀집", 1).code()).isEqualTo(PayError.WALLET_CLOSED);
    assertThat(ledger.bookings).isEmpty();
    assertThat(told).isEmpty();
  }

  private void remit(long amount) {
    remitMoney.remit(
        new MoneyRequest(anna, "k", amount), new Remittance(UuidV7.next(), "쌀집", "떡집", null, null));
  }

  private Refusal refusal(long amount) {
    return refusal(anna, "떡집", amount);
  }

  private Refusal refusal(UUID from, String to, long amount) {
    return catchThrowableOfType(
        Refusal.class,
        () ->
            remitMoney.remit(
                new MoneyRequest(from, "k", amount),
                new Remittance(UuidV7.next(), "쌀집", to, null, null)));
  }

  private Account wallet(UUID member) {
    return ledger.wallet(member);
  }

  private final class RecordingEvents implements PayEvents {

    @Override
    public void moneyRemitted(MoneyRemitted event) {
      told.add(event);
    }

    @Override
    public void walletCharged(WalletCharged event) {
      throw new AssertionError("no charge here");
    }

    @Override
    public void walletWithdrawn(WalletWithdrawn event) {
      throw new AssertionError("no withdrawal here");
    }
  }
}
