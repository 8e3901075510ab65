package kr.gonggu.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with this test's class path, whose output a test reads line by line. */
final class Fork implements AutoCloseable {

  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> all = new ArrayList<>();
  private final Thread reader;

  private Fork(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output of " + process.pid());
    this.reader.setDaemon(true);
    this.reader.start();
  }

  /**
   * @param options of the JVM
   * @param environment added to this process's own
   */
  static Fork of(
      Class<?> main,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment) {
    return of(main, options, arguments, environment, System.getProperty("java.class.path"));
  }

  static Fork of(
      Class<?> main,
      List<String> options,
      List<String> arguments,
      Map<String, String> environment,
      String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new Fork(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (all) {
          all.add(line);
        }
        unread.add(line);
      }
    } catch (IOException e) {
      // The process was killed; what it said until then is there.
      return;
    }
  }

  /** Reads until a line holds a text, and returns that line. */
  String readUntil(String text) {
    try {
      for (int silent = 0; silent < 180; ) {
        String line = unread.poll(1, TimeUnit.SECONDS);
        if (line == null) {
          silent++;
          if (!process.isAlive() && unread.isEmpty()) {
            break;
          }
        } else if (line.contains(text)) {
          return line;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("\"" + text + "\" was not said, but:\n" + output());
  }

  /** Waits for the end; returns the status. */
  int awaitEnd() {
    try {
      if (!process.waitFor(180, TimeUnit.SECONDS)) {
        throw new AssertionError("It did not end, but said:\n" + output());
      }
      reader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** All that was said so far. */
  String output() {
    synchronized (all) {
      return String.join("\n", all);
    }
  }

  /**
   * Asks it to end. Ctrl-C sends SIGINT and leads to the same shutdown hooks, but a JVM leaves that
   * signal alone where a shell started the tests in the background.
   */
  void askToEnd() {
    signal("TERM");
  }

  /** As nobody can prevent it. */
  void kill() {
    signal("KILL");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  long pid() {
    return process.pid();
  }

  /** Says a line to the process. */
  void say(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it when it still runs. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      awaitEnd();
    }
  }
}
