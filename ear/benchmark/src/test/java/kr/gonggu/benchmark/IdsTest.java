package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void areVersionSevenAndGrowWithTheirNumber() {
    assertThat(Ids.deal(7).version()).isEqualTo(7);
    assertThat(Ids.deal(7).variant()).isEqualTo(2);
    assertThat(Ids.deal(8).toString()).isGreaterThan(Ids.deal(7).toString());
    assertThat(Ids.number(Ids.deal(19_999))).isEqualTo(19_999);
    assertThat(Ids.millis(Ids.deal(1)) - Ids.millis(Ids.deal(0))).isEqualTo(60_000);
  }
}
