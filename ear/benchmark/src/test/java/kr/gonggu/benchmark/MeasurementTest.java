package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasurementTest {

  private static final long SECOND = 1_000_000_000L;

  private static Measurement measured(int done, int refused, long nanos) {
    Measurement measured = new Measurement();
    for (int i = 0; i < done; i++) {
      measured.done(1);
    }
    for (int i = 0; i < refused; i++) {
      measured.refused(1);
    }
    measured.took(nanos);
    return measured;
  }

  @Test
  void aRefusalIsAnAnswerAndAnErrorIsNone() {
    Measurement measured = measured(100, 300, 2 * SECOND);
    measured.failed("500 INTERNAL");

    assertThat(measured.perSecond()).isCloseTo(200, within(1e-9));
    assertThat(measured.errors()).containsEntry("500 INTERNAL", 1).hasSize(1);
    assertThat(measured.latencies().size()).isEqualTo(400);
  }

  @Test
  void whatIsMeasuredAtTheSameTimeAddsToTheRate() {
    Measurement measured = measured(100, 0, SECOND);

    measured.beside(measured(100, 0, SECOND));

    assertThat(measured.perSecond()).isCloseTo(200, within(1e-9));
  }

  @Test
  void whatIsMeasuredLaterDoesNot() {
    Measurement measured = measured(100, 0, SECOND);

    measured.after(measured(300, 0, SECOND));

    assertThat(measured.perSecond()).isCloseTo(200, within(1e-9));
    assertThat(measured.done()).isEqualTo(400);
  }

  @Test
  void nothingMeasuredIsNoRate() {
    assertThat(new Measurement().perSecond()).isZero();
  }
}
