package kr.gonggu.lib.persistence;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kr.gonggu.lib.event.TransientFailure;

/**
 * Meets lock conflicts: the database ends one of two transactions that wait for each other, and
 * asks that its work be done again (MySQL 8.0 Reference Manual, 17.7.5.3).
 */
public final class LockConflicts {

  /** As long as a client likes to wait; after that it is told to try again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LockConflicts() {}

  /**
   * Does work again as long as it is the victim of lock conflicts, at most 5 seconds.
   *
   * @param work one whole transaction, so that a failure leaves nothing of it behind
   * @return what the work returns
   * @throws RuntimeException what the work throws, the last conflict too
   */
  public static <T> T retried(Supplier<T> work) {
    return retried(PATIENCE, work);
  }

  /**
   * Does work again as long as it is the victim of lock conflicts, at most 5 seconds.
   *
   * @param work one whole transaction, so that a failure leaves nothing of it behind
   * @throws RuntimeException what the work throws, the last conflict too
   */
  public static void retried(Runnable work) {
    retried(
        PATIENCE,
        () -> {
          work.run();
          return null;
        });
  }

  static <T> T retried(Duration patience, Supplier<T> work) {
    long begin = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!TransientFailure.isLockConflict(e)
            || System.nanoTime() - begin >= patience.toNanos()) {
          throw e;
        }
        pause(attempt, e);
      }
    }
  }

  /** Random, so that two who met here do not meet again. */
  private static void pause(int attempt, RuntimeException conflict) {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(5, 10L + 15L * attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw conflict;
    }
  }
}
