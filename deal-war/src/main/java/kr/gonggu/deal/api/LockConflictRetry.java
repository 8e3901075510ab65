package kr.gonggu.deal.api;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kr.gonggu.lib.event.TransientFailure;

/**
 * The one place where lock conflicts of requests are met; requests with an idempotency key and
 * events have theirs in ear/lib.
 */
@Interceptor
@RetryLockConflicts
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class LockConflictRetry {

  private static final Logger LOG = System.getLogger(LockConflictRetry.class.getName());
  private static final int ATTEMPTS = 5;
  private static final int LONGEST_FIRST_PAUSE_MILLIS = 20;

  /** Runs the request's work, at most {@value #ATTEMPTS} times. */
  @AroundInvoke
  public Object retry(InvocationContext context) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return context.proceed();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !TransientFailure.isLockConflict(e)) {
          throw e;
        }
        LOG.log(Level.DEBUG, "Lock conflict, attempt {0}", attempt);
        // Random, so that two who met here do not meet again.
        TimeUnit.MILLISECONDS.sleep(
            ThreadLocalRandom.current().nextInt(LONGEST_FIRST_PAUSE_MILLIS << attempt));
      }
    }
  }
}
