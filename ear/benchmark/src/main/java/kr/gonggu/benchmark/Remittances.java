package kr.gonggu.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Money between wallets. */
final class Remittances {

  private static final int WALLETS = 200;
  private static final int AT_ONCE = 32;
  private static final int TENTHS = 40;
  private static final int ALLOWANCE = 100_000;

  private final Market market;
  private final Load load;
  private final Duration time;

  Remittances(Market market, Duration time) {
    this.market = market;
    this.load = new Load(market.address());
    this.time = time;
  }

  /** Moves the play money of each member from the bank, unless an earlier line or run did. */
  private void fill() {
    for (int i = 0; i < WALLETS; i++) {
      if (balance(i) == 0) {
        market.ask(
            market
                .request()
                .postOnce(
                    "/api/pay/charges", market.member(i), "{\"amount\":%d}".formatted(ALLOWANCE)));
      }
    }
  }

  /** Between any two of 200. */
  Result random() {
    return between("remit", WALLETS);
  }

  /** Between the same two, both ways. */
  Result hot() {
    return between("hot", 2);
  }

  private Result between(String name, int wallets) {
    fill();
    AtomicLongArray balances = new AtomicLongArray(wallets);
    for (int i = 0; i < wallets; i++) {
      balances.set(i, balance(i));
    }
    CpuMeter cpu = new CpuMeter();
    Measurement measured = load.during(AT_ONCE, time, number -> new Sender(balances, number));
    CpuMeter.Share share = cpu.read();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < wallets; i++) {
      long stored = balance(i);
      if (stored != balances.get(i)) {
        faults.add("wallet %d has %d won instead of %d".formatted(i, stored, balances.get(i)));
      }
    }
    prove(faults);
    return Result.of(name, measured, faults, "", share);
  }

  /** Forty times a tenth of one wallet: ten go, thirty do not. */
  Result overdraw() {
    fill();
    int sender = 0;
    int receiver = 1;
    List<String> faults = new ArrayList<>();
    long before = balance(sender);
    long tenth = before / 10;
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < TENTHS; i++) {
      requests.add(remittance(sender, receiver, tenth));
    }
    AtomicInteger next = new AtomicInteger();
    CpuMeter cpu = new CpuMeter();
    Measurement measured =
        load.all(
            TENTHS,
            number ->
                new Payer() {
                  @Override
                  public boolean prepare() {
                    int i = next.getAndIncrement();
                    request = i < TENTHS ? requests.get(i) : null;
                    return i < TENTHS;
                  }
                });
    CpuMeter.Share share = cpu.read();
    if (measured.done() != 10 || balance(sender) != before - 10 * tenth) {
      faults.add(
          "%d were accepted; %d won were %d".formatted(measured.done(), before, balance(sender)));
    }
    prove(faults);
    market.call(remittance(receiver, sender, 10 * tenth));
    return new Result(
        Figure.of("overdraw"),
        0,
        measured.latencies(),
        measured.errors(),
        faults,
        measured.done() + " accepted",
        share);
  }

  private void prove(List<String> faults) {
    Map<String, Object> proof = market.get("/api/pay/ledger/proof", market.member(0));
    if (!Boolean.TRUE.equals(proof.get("sound")) || Json.number(proof, "total") != 0) {
      faults.add("the ledger's proof: " + proof);
    }
  }

  private long balance(int wallet) {
    return Json.number(market.get("/api/pay/wallet", market.member(wallet)), "balance");
  }

  private byte[] remittance(int from, int to, long amount) {
    return market
        .request()
        .postOnce(
            "/api/pay/remittances",
            market.member(from),
            "{\"toNickname\":\"%s\",\"amount\":%d}"
                .formatted(market.member(to).nickname(), amount));
  }

  /** Sends. */
  private abstract static class Payer implements Load.Client {

    byte[] request;

    void accepted() {}

    @Override
    public Load.Outcome call(HttpConnection connection, Load.Failure failure) throws IOException {
      HttpConnection.Answer answer = connection.send(request);
      if (answer.status() / 100 == 2) {
        accepted();
        return Load.Outcome.DONE;
      }
      String problem = answer.problem();
      if (problem.equals("409 INSUFFICIENT_FUNDS")) {
        return Load.Outcome.REFUSED;
      }
      failure.how(problem);
      return Load.Outcome.FAILED;
    }
  }

  /** Sends small sums to anybody, and keeps account. */
  private final class Sender extends Payer {

    private final AtomicLongArray balances;
    private final SplittableRandom random;
    private int from;
    private int to;
    private long amount;

    Sender(AtomicLongArray balances, int number) {
      this.balances = balances;
      this.random = new SplittableRandom(System.nanoTime() + number);
    }

    @Override
    public boolean prepare() {
      from = random.nextInt(balances.length());
      to = (from + random.nextInt(1, balances.length())) % balances.length();
      amount = random.nextInt(1, 20);
      request = remittance(from, to, amount);
      return true;
    }

    @Override
    void accepted() {
      balances.addAndGet(from, -amount);
      balances.addAndGet(to, amount);
    }
  }
}
