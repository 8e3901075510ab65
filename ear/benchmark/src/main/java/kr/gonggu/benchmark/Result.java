package kr.gonggu.benchmark;

import java.util.List;
import java.util.Map;

/**
 * What one line of the benchmark came to.
 *
 * @param perSecond work done in a second; 0 where none is counted
 * @param latencies of each piece of work
 * @param errors how often what failed
 * @param faults what was not exact, in sentences; empty when all was
 * @param note what the line has to say besides, or empty
 * @param cpu of the machine during the line
 */
record Result(
    Figure figure,
    double perSecond,
    Latencies latencies,
    Map<String, Integer> errors,
    List<String> faults,
    String note,
    CpuMeter.Share cpu) {

  static Result of(
      String name, Measurement measured, List<String> faults, String note, CpuMeter.Share cpu) {
    return new Result(
        Figure.of(name),
        measured.perSecond(),
        measured.latencies(),
        measured.errors(),
        faults,
        note,
        cpu);
  }

  /** How many times the figure of 2022; 0 where that had none. */
  double ratio() {
    return figure.perSecond() == 0 ? 0 : perSecond / figure.perSecond();
  }

  /** Whether the ratio that is asked for is reached. */
  boolean reached() {
    return ratio() >= figure.ratio();
  }

  /** Whether every answer was right and none was an error. */
  boolean exact() {
    return faults.isEmpty() && errors.isEmpty();
  }
}
