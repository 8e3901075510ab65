package kr.gonggu.lib.event;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Tells failures of the database that pass by themselves from those that stay. */
public final class TransientFailure {

  private static final int LOCK_WAIT_TIMEOUT = 1205;
  private static final int DEADLOCK = 1213;

  private TransientFailure() {}

  /**
   * @param failure anything thrown by a use case
   * @return true for lost connections (SQLSTATE 08), exhausted pools, deadlocks and lock time-outs
   */
  public static boolean is(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException
          || cause instanceof SQLNonTransientConnectionException) {
        return true;
      }
      if (cause instanceof SQLException sql && isTransient(sql)) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param failure anything thrown by a use case
   * @return true when the database chose this transaction as a deadlock's victim or a lock was not
   *     given in time: the same work done again at once is likely to succeed
   */
  public static boolean isLockConflict(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == DEADLOCK || sql.getErrorCode() == LOCK_WAIT_TIMEOUT)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTransient(SQLException failure) {
    String state = failure.getSQLState();
    return failure.getErrorCode() == DEADLOCK
        || failure.getErrorCode() == LOCK_WAIT_TIMEOUT
        || (state != null && (state.startsWith("08") || state.equals("40001")));
  }
}
