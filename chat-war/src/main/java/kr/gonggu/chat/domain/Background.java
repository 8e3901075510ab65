package kr.gonggu.chat.domain;

import java.time.Duration;

/** Threads that carry the service's context, for work that must not hold up its caller. */
public interface Background {

  /** Runs work soon. */
  void run(Runnable work);

  /** Runs work after a while; dropped when the service stops first. */
  void runAfter(Duration delay, Runnable work);
}
