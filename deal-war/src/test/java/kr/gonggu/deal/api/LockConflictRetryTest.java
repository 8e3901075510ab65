package kr.gonggu.deal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import kr.gonggu.deal.domain.DealError;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;

class LockConflictRetryTest {

  private static final int DEADLOCK = 1213;

  private final InvocationContext request = mock(InvocationContext.class);

  @Test
  void theVictimOfADeadlockTriesAgain() throws Exception {
    when(request.proceed()).thenThrow(deadlock()).thenThrow(deadlock()).thenReturn("joined");

    assertThat(new LockConflictRetry().retry(request)).isEqualTo("joined");
  }

  @Test
  void butNotForEver() throws Exception {
    when(request.proceed()).thenThrow(deadlock());

    assertThatThrownBy(() -> new LockConflictRetry().retry(request))
        .isInstanceOf(PersistenceException.class);
    verify(request, times(5)).proceed();
  }

  @Test
  void aRefusalIsAnAnswerAndNotTriedAgain() throws Exception {
    when(request.proceed()).thenThrow(new Refusal(DealError.DEAL_FULL, "Full."));

    assertThatThrownBy(() -> new LockConflictRetry().retry(request)).isInstanceOf(Refusal.class);
    verify(request, times(1)).proceed();
  }

  private static PersistenceException deadlock() {
    return new PersistenceException(new SQLException("Deadlock found", "40001", DEADLOCK));
  }
}
