package kr.gonggu.lib.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;

class LockConflictsTest {

  private final AtomicInteger attempts = new AtomicInteger();

  private static PersistenceException deadlock() {
    return new PersistenceException(new SQLException("Deadlock found", "40001", 1213));
  }

  @Test
  void theVictimOfADeadlockDoesItsWorkAgain() {
    String answer =
        LockConflicts.retried(
            () -> {
              if (attempts.incrementAndGet() <= 3) {
                throw deadlock();
              }
              return "joined";
            });

    assertThat(answer).isEqualTo("joined");
    assertThat(attempts).hasValue(4);
  }

  @Test
  void soDoesWorkWithoutAnAnswer() {
    LockConflicts.retried(
        () -> {
          if (attempts.incrementAndGet() == 1) {
            throw new PersistenceException(new SQLException("Lock wait timeout", "HY000", 1205));
          }
        });

    assertThat(attempts).hasValue(2);
  }

  @Test
  void butNotForEver() {
    PersistenceException last = deadlock();

    assertThatThrownBy(
            () ->
                LockConflicts.retried(
                    Duration.ZERO,
                    () -> {
                      attempts.incrementAndGet();
                      throw last;
                    }))
        .isSameAs(last);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void aRefusalIsAnAnswerAndNotTriedAgain() {
    assertThatThrownBy(
            () ->
                LockConflicts.retried(
                    () -> {
                      attempts.incrementAndGet();
                      throw new Refusal(CommonError.CONFLICT, "Full.");
                    }))
        .isInstanceOf(Refusal.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void aBrokenConnectionIsNotTriedAgain() {
    assertThatThrownBy(
            () ->
                LockConflicts.retried(
                    () -> {
                      attempts.incrementAndGet();
                      throw new PersistenceException(new SQLException("Link failure", "08S01"));
                    }))
        .as("whether it was committed is not known")
        .isInstanceOf(PersistenceException.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void whoIsInterruptedStopsTrying() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                LockConflicts.retried(
                    () -> {
                      attempts.incrementAndGet();
                      throw deadlock();
                    }))
        .isInstanceOf(PersistenceException.class);
    assertThat(attempts).hasValue(1);
    assertThat(Thread.interrupted()).as("and says so").isTrue();
  }
}
