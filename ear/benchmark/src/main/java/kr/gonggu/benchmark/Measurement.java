package kr.gonggu.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** What a load came to. Filled by one thread, then merged. */
final class Measurement {

  private final Latencies latencies = new Latencies();
  private final Map<String, Integer> errors = new TreeMap<>();
  private long done;
  private long refused;
  private long nanos;

  /** A call that did what it should. */
  void done(long latencyNanos) {
    done++;
    latencies.add(latencyNanos);
  }

  /** A call that was rightly refused, such as a join of a full deal. */
  void refused(long latencyNanos) {
    refused++;
    latencies.add(latencyNanos);
  }

  /** A call that failed, with how. */
  void failed(String how) {
    errors.merge(how, 1, Integer::sum);
  }

  /** Adds what another thread measured at the same time. */
  void beside(Measurement other) {
    add(other);
    nanos = Math.max(nanos, other.nanos);
  }

  /** Adds what was measured at another time. */
  void after(Measurement other) {
    add(other);
    nanos += other.nanos;
  }

  private void add(Measurement other) {
    latencies.addAll(other.latencies);
    other.errors.forEach((how, times) -> errors.merge(how, times, Integer::sum));
    done += other.done;
    refused += other.refused;
  }

  void took(long elapsedNanos) {
    nanos = elapsedNanos;
  }

  long done() {
    return done;
  }

  long refused() {
    return refused;
  }

  /** How often what failed. */
  Map<String, Integer> errors() {
    return errors;
  }

  /** Adds how this failed to another, and gives that back. */
  Measurement failures(Measurement other) {
    errors.forEach((how, times) -> other.errors.merge(how, times, Integer::sum));
    return other;
  }

  long failures() {
    return errors.values().stream().mapToLong(Integer::longValue).sum();
  }

  Latencies latencies() {
    return latencies;
  }

  /** Answers per second that are no errors. */
  double perSecond() {
    return nanos == 0 ? 0 : (done + refused) * 1e9 / nanos;
  }
}
