package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void goesOnWhileTheRateRises() {
    WarmUp warmUp = new WarmUp();
    for (double rate = 100; rate < 500; rate *= 1.2) {
      assertThat(warmUp.goesOn(rate)).isTrue();
    }
  }

  @Test
  void endsWhenTwoLooksBringNoMore() {
    WarmUp warmUp = new WarmUp();
    assertThat(warmUp.goesOn(100)).isTrue();
    assertThat(warmUp.goesOn(104)).isTrue();
    assertThat(warmUp.goesOn(90)).isFalse();
  }

  @Test
  void oneBadMomentDoesNotEndIt() {
    WarmUp warmUp = new WarmUp();
    warmUp.goesOn(100);
    assertThat(warmUp.goesOn(60)).isTrue();
    assertThat(warmUp.goesOn(150)).isTrue();
    assertThat(warmUp.goesOn(150)).isTrue();
  }
}
