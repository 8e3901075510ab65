package kr.gonggu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static Result result(String line, double perSecond, List<String> faults) {
    return new Result(
        Figure.of(line),
        perSecond,
        new Latencies(),
        Map.of(),
        faults,
        "",
        new CpuMeter.Share(0, 0));
  }

  @Test
  void comparesWith2022() {
    Result result = result("newest", 3_891, List.of());

    assertThat(result.ratio()).isEqualTo(3);
    assertThat(result.reached()).isTrue();
    assertThat(result("newest", 3_800, List.of()).reached()).isFalse();
  }

  @Test
  void whereOnlyCorrectnessCountsNoRatioIsMissed() {
    Result result = result("overdraw", 0, List.of("11 were accepted"));

    assertThat(result.reached()).isTrue();
    assertThat(result.exact()).isFalse();
  }

  @Test
  void knowsNoOtherLine() {
    assertThatThrownBy(() -> Figure.of("nothing")).isInstanceOf(IllegalArgumentException.class);
  }
}
