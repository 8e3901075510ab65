package kr.gonggu.pay.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.AccountKind;
import kr.gonggu.pay.domain.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameMemberTest {

  private static final Instant T1 = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant T2 = T1.plusSeconds(60);
  private static final Instant T3 = T2.plusSeconds(60);

  private final InMemoryMembers members = new InMemoryMembers();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final NameMember nameMember = new NameMember();
  private final UUID anna = UuidV7.next();
  private final UUID bora = UuidV7.next();

  @BeforeEach
  void wire() {
    nameMember.members = members;
    nameMember.openWallet = new OpenWallet();
    nameMember.openWallet.ledger = ledger;
    nameMember.openWallet.bank = new FakeBank(ledger);
    nameMember.openWallet.clock = Clock.fixed(T1, ZoneOffset.UTC);
  }

  @Test
  void whoJoinsCanBePaid() {
    nameMember.name(anna, "쌀집", T1);

    assertThat(holder("쌀집")).contains(anna);
    assertThat(ledger.accountOf(anna, AccountKind.WALLET)).isPresent();
  }

  @Test
  void aNewNameReplacesTheOldOne() {
    nameMember.name(anna, "쌀집", T1);
    nameMember.name(anna, "떡집", T2);

    assertThat(holder("쌀집")).isEmpty();
    assertThat(holder("떡집")).contains(anna);
  }

  @Test
  void anOldEventDoesNotUndoANewerOne() {
    nameMember.name(anna, "떡집", T2);
    nameMember.name(anna, "쌀집", T1);

    assertThat(holder("떡집")).contains(anna);
    assertThat(holder("쌀집")).isEmpty();
  }

  @Test
  void aNicknameThatChangedHandsBelongsToTheLaterClaim() {
    nameMember.name(anna, "쌀집", T1);
    // Bora's event overtakes the one in which Anna gives the name up.
    nameMember.name(bora, "쌀집", T3);

    assertThat(holder("쌀집")).contains(bora);

    nameMember.name(anna, "떡집", T2);

    assertThat(holder("쌀집")).contains(bora);
    assertThat(holder("떡집")).contains(anna);
  }

  @Test
  void anEarlierClaimThatArrivesLateTakesNothingFromTheHolder() {
    nameMember.name(bora, "쌀집", T3);
    nameMember.name(anna, "쌀집", T1);

    assertThat(holder("쌀집")).contains(bora);
    assertThat(members.find(anna).map(Member::nickname)).isEmpty();
  }

  @Test
  void whoLeftIsNotBroughtBackByAnEventThatComesLate() {
    nameMember.name(anna, "쌀집", T1);
    members.find(anna).orElseThrow().leave(T2);

    nameMember.name(anna, "떡집", T3);

    assertThat(holder("쌀집")).isEmpty();
    assertThat(holder("떡집")).isEmpty();
  }

  private Optional<UUID> holder(String nickname) {
    return members.named(nickname).map(Member::id);
  }
}
