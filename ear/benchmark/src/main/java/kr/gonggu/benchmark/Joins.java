package kr.gonggu.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/** Joins: everyone at one deal, and spread over many. */
final class Joins {

  private static final int AT_ONCE = 64;
  private static final int RUSHERS = 400;
  private static final int RUSHED_SHARES = 100;
  private static final int DEALS = 200;
  private static final int SHARES = 1_000;

  private final Market market;
  private final Load load;
  private final Duration time;

  Joins(Market market, Duration time) {
    this.market = market;
    this.load = new Load(market.address());
    this.time = time;
  }

  /** 400 members want 100 shares; again and again until the time is over. */
  Result rush() {
    List<String> faults = new ArrayList<>();
    Measurement all = new Measurement();
    WarmUp warmUp = new WarmUp();
    while (warmUp.goesOn(round(faults).perSecond())) {
      // another round
    }
    CpuMeter cpu = new CpuMeter();
    long end = System.nanoTime() + time.toNanos();
    int rounds = 0;
    do {
      all.after(round(faults));
      rounds++;
    } while (System.nanoTime() - end < 0);
    return Result.of("rush", all, faults, rounds + " rounds", cpu.read());
  }

  private Measurement round(List<String> faults) {
    UUID deal = market.openDeal(market.member(0), "부하: 한꺼번에", RUSHED_SHARES);
    List<byte[]> requests =
        IntStream.range(0, RUSHERS)
            .mapToObj(i -> market.join(deal, market.member(Market.HOSTS + i)))
            .toList();
    AtomicInteger next = new AtomicInteger();
    Measurement measured =
        load.all(
            AT_ONCE,
            number ->
                new Joiner() {
                  @Override
                  public boolean prepare() {
                    int i = next.getAndIncrement();
                    request = i < RUSHERS ? requests.get(i) : null;
                    return i < RUSHERS;
                  }
                });
    if (measured.done() != RUSHED_SHARES) {
      faults.add("%d of %d shares were given".formatted(measured.done(), RUSHED_SHARES));
    }
    check(deal, measured.done(), faults);
    return measured;
  }

  /** Each call another member at another deal. */
  Result spread() {
    List<UUID> deals =
        IntStream.range(0, DEALS)
            .mapToObj(i -> market.openDeal(market.member(i), "부하: 뭐든지 %d".formatted(i), SHARES))
            .toList();
    List<int[]> pairs = new ArrayList<>();
    for (int deal = 0; deal < DEALS; deal++) {
      for (int member = Market.HOSTS; member < Market.MEMBERS; member++) {
        pairs.add(new int[] {deal, member});
      }
    }
    Collections.shuffle(pairs, new Random(2022));
    AtomicInteger next = new AtomicInteger();
    AtomicIntegerArray accepted = new AtomicIntegerArray(DEALS);
    CpuMeter cpu = new CpuMeter();
    Measurement measured =
        load.during(
            AT_ONCE,
            time,
            number ->
                new Joiner() {
                  private int deal;

                  @Override
                  public boolean prepare() {
                    int i = next.getAndIncrement();
                    if (i >= pairs.size()) {
                      return false;
                    }
                    deal = pairs.get(i)[0];
                    request = market.join(deals.get(deal), market.member(pairs.get(i)[1]));
                    return true;
                  }

                  @Override
                  void accepted() {
                    accepted.incrementAndGet(deal);
                  }
                });
    CpuMeter.Share share = cpu.read();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < DEALS; i++) {
      check(deals.get(i), accepted.get(i), faults);
    }
    return Result.of("spread", measured, faults, "", share);
  }

  /** What was promised is what the deal says and what is stored. */
  private void check(UUID deal, long accepted, List<String> faults) {
    Map<String, Object> shown = market.get("/api/deal/deals/" + deal, market.member(1));
    long stored =
        market
            .database()
            .count(
                "SELECT COALESCE(SUM(quantity), 0) FROM {}deal.enrollment WHERE deal_id = ? AND status = 'CONFIRMED'",
                deal);
    long taken = Json.number(shown, "sharesTaken");
    if (taken != accepted || stored != accepted) {
      faults.add(
          "%d joins were accepted, the deal says %d, stored are %d"
              .formatted(accepted, taken, stored));
    }
  }

  /** Joins. */
  private abstract static class Joiner implements Load.Client {

    byte[] request;

    void accepted() {}

    @Override
    public Load.Outcome call(HttpConnection connection, Load.Failure failure) throws IOException {
      HttpConnection.Answer answer = connection.send(request);
      if (answer.status() == 201) {
        if (answer.text().contains("WAITLISTED")) {
          return Load.Outcome.REFUSED;
        }
        accepted();
        return Load.Outcome.DONE;
      }
      String problem = answer.problem();
      if (problem.equals("409 DEAL_FULL") || problem.equals("409 SHARES_NOT_LEFT")) {
        return Load.Outcome.REFUSED;
      }
      failure.how(problem);
      return Load.Outcome.FAILED;
    }
  }
}
