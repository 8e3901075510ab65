package kr.gonggu.deal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceSplitTest {

  @Test
  void hostCarriesWhatDivisionLeavesOver() {
    PriceSplit price = new PriceSplit(10_000, 3);

    assertThat(price.perShare()).isEqualTo(3_333);
    assertThat(price.remainder()).isEqualTo(1);
    assertThat(price.costOf(2)).isEqualTo(6_666);
    assertThat(price.hostPart(2)).isEqualTo(3_334);
  }

  @Test
  void partsAddUpWhateverThePriceAndHoweverSharesAreTaken() {
    Random random = new Random(20_220_601);
    for (int round = 0; round < 2_000; round++) {
      int shares = random.nextInt(2, 1_001);
      PriceSplit price = new PriceSplit(random.nextLong(shares, PriceSplit.MOST + 1), shares);
      long paid = 0;
      int taken = 0;
      int hostShares = random.nextInt(0, shares);
      while (taken < shares - hostShares) {
        int quantity = random.nextInt(1, shares - hostShares - taken + 1);
        paid += price.costOf(quantity);
        taken += quantity;
      }
      assertThat(paid + price.hostPart(taken)).as("%s", price).isEqualTo(price.totalPrice());
      assertThat(price.hostPart(taken)).isEqualTo(price.costOf(hostShares) + price.remainder());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, totalPrice",
    "-1, 2, totalPrice",
    "100000001, 2, totalPrice",
    "1, 2, totalPrice",
    "999, 1000, totalPrice",
    "100, 1, shares",
    "100, 0, shares",
    "100, -3, shares",
    "100000, 1001, shares"
  })
  void refusesWhatIsNoPriceForShares(long totalPrice, int shares, String field) {
    assertThatThrownBy(() -> new PriceSplit(totalPrice, shares))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(CommonError.VALIDATION_FAILED);
              assertThat(refusal.violations()).extracting("field").containsExactly(field);
            });
  }

  @Test
  void limitsThemselvesAreAllowed() {
    assertThat(new PriceSplit(2, 2).perShare()).isEqualTo(1);
    assertThat(new PriceSplit(PriceSplit.MOST, 1_000).perShare()).isEqualTo(100_000);
  }
}
