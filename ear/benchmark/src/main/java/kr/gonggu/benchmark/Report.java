package kr.gonggu.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the results as they come, and what was wrong at the end. */
final class Report {

  private static final String ROW = "%-52s %8s %7s %7s %6s %7s %7s %7s %6s %5s  %s%n";

  private final PrintStream out;
  private final List<Result> results = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** The table's head. */
  void begin() {
    out.printf(ROW, "", "", "2022", "", "asked", "p50", "p95", "p99", "own", "CPU", "");
    out.printf(ROW, "work", "per s", "per s", "ratio", "ratio", "ms", "ms", "ms", "CPU", "all", "");
  }

  /** One line of the table. */
  void add(Result result) {
    results.add(result);
    Figure figure = result.figure();
    out.printf(
        ROW,
        figure.title(),
        result.perSecond() == 0 ? "–" : count(result.perSecond()),
        figure.perSecond() == 0 ? "–" : count(figure.perSecond()),
        figure.perSecond() == 0 ? "–" : times(result.ratio()),
        figure.ratio() == 0 ? "–" : times(figure.ratio()) + (result.reached() ? "" : "!"),
        millis(result.latencies(), 0.5),
        millis(result.latencies(), 0.95),
        millis(result.latencies(), 0.99),
        percent(result.cpu().own()),
        percent(result.cpu().machine()),
        (result.exact() ? "exact" : "NOT EXACT")
            + (result.note().isEmpty() ? "" : "; " + result.note()));
  }

  /**
   * What was wrong, and which ratios were missed.
   *
   * @return whether everything was exact
   */
  boolean end() {
    out.println();
    for (Result result : results) {
      result
          .errors()
          .forEach(
              (how, times) -> out.printf("  %s: %d × %s%n", result.figure().title(), times, how));
      result.faults().forEach(fault -> out.printf("  %s: %s%n", result.figure().title(), fault));
    }
    boolean exact = results.stream().allMatch(Result::exact);
    List<String> missed =
        results.stream()
            .filter(result -> !result.reached())
            .map(result -> result.figure().name())
            .toList();
    out.println(exact ? "  Exact on every line." : "  Not exact: see above.");
    if (!missed.isEmpty()) {
      out.println("  Ratio missed (!): " + String.join(", ", missed) + ".");
    }
    return exact;
  }

  private static String count(double number) {
    return String.format(Locale.ROOT, "%,.0f", number).replace(',', ' ');
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, "%.1f×", ratio);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f%%", part * 100);
  }

  private static String millis(Latencies latencies, double part) {
    return latencies.size() == 0 ? "–" : String.format(Locale.ROOT, "%.1f", latencies.millis(part));
  }
}
