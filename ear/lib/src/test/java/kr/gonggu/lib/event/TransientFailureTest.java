package kr.gonggu.lib.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class TransientFailureTest {

  @Test
  void aLostConnectionPassesHoweverDeepItLies() {
    Throwable failure =
        new IllegalStateException(
            new RuntimeException(new SQLException("Communications link failure", "08S01")));

    assertThat(TransientFailure.is(failure)).isTrue();
    assertThat(TransientFailure.is(new SQLTransientConnectionException("pool is empty"))).isTrue();
    assertThat(TransientFailure.isLockConflict(failure)).isFalse();
  }

  @Test
  void deadlockAndLockTimeoutAreLockConflicts() {
    assertThat(TransientFailure.isLockConflict(new SQLException("Deadlock", "40001", 1213)))
        .isTrue();
    assertThat(TransientFailure.isLockConflict(new SQLException("Lock wait", "HY000", 1205)))
        .isTrue();
    assertThat(TransientFailure.is(new SQLException("Deadlock", "40001", 1213))).isTrue();
  }

  @Test
  void aBrokenRuleStays() {
    assertThat(
            TransientFailure.is(
                new RuntimeException(
                    new SQLIntegrityConstraintViolationException("Duplicate", "23000", 1062))))
        .isFalse();
    assertThat(TransientFailure.is(new IllegalArgumentException("no"))).isFalse();
  }
}
