package kr.gonggu.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the person at the terminal sees: one line per step with its seconds. */
final class Console {

  private static final int PROGRESS_SECONDS = 5;

  private final PrintStream out;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  Console() {
    // Straight to the terminal: Maven wraps System.out, and the last words come after Maven's end.
    this(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
  }

  Console(PrintStream out) {
    this.out = out;
  }

  /** Work that may take a while. */
  interface Work<T> {
    T run();
  }

  /**
   * Runs a step; prints its line when it is done, and what it is doing every {@value
   * #PROGRESS_SECONDS} seconds until then.
   *
   * @param name of the step
   * @param doing what it does just now, or an empty text
   */
  <T> T step(String name, Supplier<String> doing, Work<T> work) {
    long begin = System.nanoTime();
    ScheduledFuture<?> progress =
        timer.scheduleAtFixedRate(
            () -> out.printf("    %s … %d s  %s%n", name, seconds(begin), doing.get()),
            PROGRESS_SECONDS,
            PROGRESS_SECONDS,
            TimeUnit.SECONDS);
    try {
      T result = work.run();
      progress.cancel(false);
      done(name, begin);
      return result;
    } finally {
      progress.cancel(false);
    }
  }

  /** The line of a step that is done. */
  void done(String name, long beginNanos) {
    out.printf(Locale.ROOT, "  ✓ %-42s %6.1f s%n", name, (System.nanoTime() - beginNanos) / 1e9);
  }

  void say(String text) {
    out.println(text);
  }

  void fail(String sentence) {
    out.println();
    out.println("  ✗ " + sentence);
  }

  private static long seconds(long begin) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
  }
}
