package kr.gonggu.pay.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.domain.MoneyRemitted;
import kr.gonggu.pay.domain.WalletCharged;
import kr.gonggu.pay.domain.WalletWithdrawn;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.Test;

class PayContractTest {

  private static final Instant NOW = Instant.parse("2026-05-01T03:00:00.123456Z");
  private static final Map<String, Object> PAYLOADS =
      Map.of(
          "MoneyRemitted",
          new MoneyRemitted(
              UuidV7.next(),
              UuidV7.next(),
              "쌀집",
              UuidV7.next(),
              "떡집",
              12_500,
              UuidV7.next(),
              "귤",
              NOW),
          "WalletCharged",
          new WalletCharged(UuidV7.next(), UuidV7.next(), 30_000, 30_000, NOW),
          "WalletWithdrawn",
          new WalletWithdrawn(UuidV7.next(), UuidV7.next(), 30_000, 0, NOW));

  private final Contracts contracts = Contracts.of("pay");

  @Test
  void everyTypeThatIsToldHasAContract() {
    assertThat(contracts.types()).containsExactlyInAnyOrderElementsOf(PAYLOADS.keySet());
  }

  @Test
  void whatIsToldKeepsTheContract() {
    PAYLOADS.forEach(
        (type, payload) -> assertThat(contracts.violations(type, payload)).as(type).isEmpty());
  }

  @Test
  void theSamplesKeepTheContract() {
    contracts
        .types()
        .forEach(
            type ->
                assertThat(contracts.violations(type, contracts.sample(type))).as(type).isEmpty());
  }

  @Test
  void aRemittanceWithoutDealAndMemoLeavesThemOut() {
    MoneyRemitted plain =
        new MoneyRemitted(
            UuidV7.next(), UuidV7.next(), "쌀집", UuidV7.next(), "떡집", 1, null, null, NOW);

    assertThat(contracts.violations("MoneyRemitted", plain)).isEmpty();
  }

  @Test
  void theContractNotices() {
    String broken = contracts.sample("MoneyRemitted").replace("12500", "0");

    assertThat(contracts.violations("MoneyRemitted", broken)).isNotEmpty();
  }
}
