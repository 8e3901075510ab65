package kr.gonggu.benchmark;

import java.util.function.DoublePredicate;

/** Finds the highest rate that is still borne. */
final class RateSearch {

  private static final int HALVINGS = 4;
  private static final int ATTEMPTS = 2;

  private RateSearch() {}

  /**
   * Doubles (or halves) from a first rate until it has a rate that is borne and one that is not,
   * then halves the interval between them four times.
   *
   * @param first tried first, more than 0
   * @param least where the search gives up
   * @param most where it is content
   * @param borne tries a rate; the same rate is tried once more before it counts as not borne,
   *     since on a shared machine one bad moment says little
   * @return the highest rate that was borne; 0 when none was
   */
  static double highest(double first, double least, double most, DoublePredicate borne) {
    double good = 0;
    double bad = Double.POSITIVE_INFINITY;
    double rate = first;
    while (good == 0 || Double.isInfinite(bad)) {
      if (rate < least) {
        return 0;
      }
      if (isBorne(borne, rate)) {
        good = rate;
        rate *= 2;
        if (good >= most) {
          return good;
        }
      } else {
        bad = rate;
        rate /= 2;
      }
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (good + bad) / 2;
      if (isBorne(borne, middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private static boolean isBorne(DoublePredicate borne, double rate) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (borne.test(rate)) {
        return true;
      }
    }
    return false;
  }
}
