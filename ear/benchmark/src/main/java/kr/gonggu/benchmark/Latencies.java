package kr.gonggu.benchmark;

import java.util.Arrays;

/** Durations in nanoseconds, every one kept: percentiles are exact. Not thread-safe. */
final class Latencies {

  private long[] values = new long[1024];
  private int size;
  private boolean sorted = true;

  void add(long nanos) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = nanos;
    sorted = false;
  }

  void addAll(Latencies others) {
    if (size + others.size > values.length) {
      values = Arrays.copyOf(values, Math.max(values.length * 2, size + others.size));
    }
    System.arraycopy(others.values, 0, values, size, others.size);
    size += others.size;
    sorted = false;
  }

  int size() {
    return size;
  }

  /**
   * The least of the durations that at least this part of all does not exceed (nearest rank).
   *
   * @param part more than 0, at most 1
   * @return milliseconds; 0 when there are none
   */
  double millis(double part) {
    if (part <= 0 || part > 1) {
      throw new IllegalArgumentException("A part is in (0, 1]: " + part);
    }
    if (size == 0) {
      return 0;
    }
    if (!sorted) {
      Arrays.sort(values, 0, size);
      sorted = true;
    }
    // The subtraction takes back what 0.95 * 100 has too much in binary.
    int rank = (int) Math.ceil(part * size - 1e-9);
    return values[Math.max(rank, 1) - 1] / 1e6;
  }
}
