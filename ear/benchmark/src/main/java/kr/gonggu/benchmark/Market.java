package kr.gonggu.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The market under load: where it is, who its members are, and single calls outside of loads. */
final class Market implements AutoCloseable {

  static final int MEMBERS = 1_000;
  static final int DEALS = 20_000;

  /** The first of the members open deals; the others look at them and join. */
  static final int HOSTS = 200;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final URI address;
  private final Request request;
  private final List<Member> members;
  private final Database database;
  private final HttpConnection connection;

  Market(URI address, Path data, Database database) {
    this.address = address;
    this.request = new Request(address);
    Tokens tokens = Tokens.of(data.resolve("keys"));
    this.members = IntStream.range(0, MEMBERS).mapToObj(i -> new Member(i, tokens)).toList();
    this.database = database;
    this.connection = new HttpConnection(address);
  }

  URI address() {
    return address;
  }

  Request request() {
    return request;
  }

  Member member(int number) {
    return members.get(number);
  }

  Database database() {
    return database;
  }

  /** A GET that must succeed. */
  Map<String, Object> get(String path, Member member) {
    return call(request.get(path, member)).json();
  }

  /** A request that must succeed. */
  HttpConnection.Answer call(byte[] bytes) {
    try {
      HttpConnection.Answer answer = connection.send(bytes);
      if (answer.status() / 100 != 2) {
        throw new BenchmarkException("The market answered " + answer.problem() + ".");
      }
      return answer;
    } catch (IOException e) {
      throw new BenchmarkException(
          "The market at %s does not answer (%s).".formatted(address, e.getMessage()), e);
    }
  }

  /** A request whose refusal is an answer too. */
  HttpConnection.Answer ask(byte[] bytes) {
    try {
      return connection.send(bytes);
    } catch (IOException e) {
      throw new BenchmarkException(
          "The market at %s does not answer (%s).".formatted(address, e.getMessage()), e);
    }
  }

  /** A member opens a deal. */
  UUID openDeal(Member host, String title, int shares) {
    String json =
        """
        {"title":"%s","description":"부하를 재는 공구","category":"PRODUCE","totalPrice":%d,"shares":%d,"hostShares":0,\
        "unit":"kg","unitQuantity":1,"deadline":"%s",\
        "pickup":{"latitude":37.4825,"longitude":126.9416,"label":"봉천동 주민센터 앞"},"payment":"DIRECT"}"""
            .formatted(title, shares * 3_000L, shares, Instant.now().plus(Duration.ofDays(20)));
    Map<String, Object> deal = call(request.post("/api/deal/deals", host, json)).json();
    return UUID.fromString(deal.get("id").toString());
  }

  /** A request to join a deal with one share. */
  byte[] join(UUID deal, Member member) {
    return request.postOnce("/api/deal/deals/" + deal + "/enrollments", member, "{\"quantity\":1}");
  }

  /**
   * Waits for what the services tell each other.
   *
   * @throws BenchmarkException when it does not come
   */
  void await(String what, BooleanSupplier come) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new BenchmarkException("Waited in vain for " + what + ".");
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  @Override
  public void close() {
    connection.close();
    database.close();
  }
}
