package kr.gonggu.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the person at the terminal sees: one line per step with its seconds. */
final class Console {

  private final PrintStream out;
  private final Duration patience;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  /** The terminal itself: Maven wraps System.out, and the last words come after Maven's end. */
  Console() {
    this(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        Duration.ofSeconds(5));
  }

  /**
   * @param patience how long a step may be silent
   */
  Console(PrintStream out, Duration patience) {
    this.out = out;
    this.patience = patience;
  }

  /**
   * Runs a step; prints what it is doing as long as it runs, and its line when it is done.
   *
   * @param name of the step
   * @param doing what it does just now, or an empty text
   */
  void step(String name, Supplier<String> doing, Runnable work) {
    long begin = System.nanoTime();
    ScheduledFuture<?> progress =
        timer.scheduleAtFixedRate(
            () -> progress(name, begin, doing),
            patience.toMillis(),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      progress.cancel(false);
    }
    done(name, begin);
  }

  private void progress(String name, long begin, Supplier<String> doing) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
    String now;
    try {
      now = doing.get();
    } catch (RuntimeException notYetKnown) {
      now = "";
    }
    say("    %s … %d s  %s".formatted(name, seconds, now).stripTrailing());
  }

  /** The line of a step that is done. */
  void done(String name, long beginNanos) {
    double seconds = (System.nanoTime() - beginNanos) / 1e9;
    say(String.format(Locale.ROOT, "  ✓ %-42s %6.1f s", name, seconds));
  }

  /** One line as it is. */
  void say(String text) {
    out.println(text);
  }

  /** The one sentence of a run that failed. */
  void fail(String sentence) {
    say("");
    say("  ✗ " + sentence);
  }
}
