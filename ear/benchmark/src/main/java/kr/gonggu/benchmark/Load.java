package kr.gonggu.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that each have one connection and send as soon as they have an answer. */
final class Load {

  private final URI market;

  Load(URI market) {
    this.market = market;
  }

  /** What a call came to. */
  enum Outcome {
    /** As asked. */
    DONE,
    /** Rightly refused. */
    REFUSED,
    /** Wrong, or an error. */
    FAILED
  }

  /** A client's next call; each has state of its own. */
  interface Client {

    /**
     * Prepares what {@link #call} then does, outside of the time that is taken.
     *
     * @return false when there is nothing left to do
     */
    boolean prepare();

    /** Sends and judges. */
    Outcome call(HttpConnection connection, Failure failure) throws IOException;
  }

  /** Hears how a call failed. */
  interface Failure {

    /** Told before {@link Outcome#FAILED} is returned. */
    void how(String text);
  }

  /** Makes the clients of a load. */
  interface Clients {

    /** The client with a number. */
    Client client(int number);
  }

  /**
   * Calls until the market is warm, and then for a fixed time that counts. A failure counts at any
   * time.
   *
   * @param clients how many at once
   */
  Measurement during(int clients, Duration time, Clients maker) {
    WarmUp warmUp = new WarmUp();
    Measurement cold = timed(clients, WarmUp.LOOK, maker);
    Measurement failures = cold.failures(new Measurement());
    while (warmUp.goesOn(cold.perSecond())) {
      cold = timed(clients, WarmUp.LOOK, maker);
      cold.failures(failures);
    }
    return failures.failures(timed(clients, time, maker));
  }

  private Measurement timed(int clients, Duration time, Clients maker) {
    Measurement all = run(clients, maker, System.nanoTime() + time.toNanos());
    all.took(time.toNanos());
    return all;
  }

  /** Calls until no client has anything left. */
  Measurement all(int clients, Clients maker) {
    return run(clients, maker, Long.MAX_VALUE);
  }

  private Measurement run(int clients, Clients maker, long end) {
    List<Measurement> parts = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    AtomicInteger numbers = new AtomicInteger();
    for (int i = 0; i < clients; i++) {
      Measurement part = new Measurement();
      parts.add(part);
      Thread thread =
          new Thread(
              () -> {
                Client client = maker.client(numbers.getAndIncrement());
                await(start);
                work(client, part, end);
              },
              "client-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    long started = System.nanoTime();
    start.countDown();
    threads.forEach(Load::join);
    Measurement all = new Measurement();
    parts.forEach(all::beside);
    all.took(System.nanoTime() - started);
    return all;
  }

  private void work(Client client, Measurement part, long end) {
    boolean always = end == Long.MAX_VALUE;
    try (HttpConnection connection = new HttpConnection(market)) {
      while ((always || System.nanoTime() - end < 0) && client.prepare()) {
        long sent = System.nanoTime();
        String[] how = {"wrong answer"};
        Outcome outcome;
        try {
          outcome = client.call(connection, text -> how[0] = text);
        } catch (IOException e) {
          outcome = Outcome.FAILED;
          how[0] = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        long now = System.nanoTime();
        if (always || now - end < 0) {
          switch (outcome) {
            case DONE -> part.done(now - sent);
            case REFUSED -> part.refused(now - sent);
            case FAILED -> part.failed(how[0]);
          }
        } else if (outcome == Outcome.FAILED) {
          part.failed(how[0]);
        }
      }
    }
  }

  private static void await(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
