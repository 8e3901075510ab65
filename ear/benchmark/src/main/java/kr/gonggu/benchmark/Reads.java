package kr.gonggu.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Lists and details. */
final class Reads {

  private static final int CLIENTS = 32;
  private static final int RADIUS = 3_000;

  private final Market market;
  private final Load load;
  private final Duration time;

  Reads(Market market, Duration time) {
    this.market = market;
    this.load = new Load(market.address());
    this.time = time;
  }

  /** Asks for something. */
  private interface Ask {

    /** An address, made of chance. */
    String path(SplittableRandom random);
  }

  /** The newest ten. */
  Result newest() {
    List<String> faults = new ArrayList<>();
    List<UUID> stored = new ArrayList<>();
    market
        .database()
        .each(
            "SELECT id FROM {}deal.deal WHERE status = 'RECRUITING' ORDER BY id DESC LIMIT 10",
            row -> stored.add(UUID.fromString(row.getString(1))));
    List<UUID> shown =
        items("/api/deal/deals?limit=10").stream()
            .map(item -> UUID.fromString(item.get("id").toString()))
            .toList();
    if (!shown.equals(stored)) {
      faults.add("the newest ten are not the ten that were opened last");
    }
    return list("newest", random -> "/api/deal/deals?limit=10", faults);
  }

  /** Part of a word, category and price. */
  Result search() {
    List<String> faults = new ArrayList<>();
    for (Goods goods : Goods.ALL) {
      List<Map<String, Object>> items = items(search(goods, 5_000));
      if (items.isEmpty()) {
        faults.add("nothing found for " + goods.piece());
      }
      for (Map<String, Object> item : items) {
        long price = Json.number(item, "pricePerShare");
        if (!item.get("title").toString().contains(goods.piece())
            || !goods.category().equals(item.get("category"))
            || price < 5_000
            || price > 20_000) {
          faults.add("found for %s: %s".formatted(goods.piece(), item.get("title")));
        }
      }
    }
    return list(
        "search",
        random -> search(Goods.of(random.nextInt(Goods.ALL.size())), random.nextInt(1_000, 9_000)),
        faults);
  }

  private static String search(Goods goods, int price) {
    return "/api/deal/deals?limit=10&q=%s&category=%s&minPrice=%d&maxPrice=%d"
        .formatted(
            URLEncoder.encode(goods.piece(), StandardCharsets.UTF_8),
            goods.category(),
            price,
            price + 15_000);
  }

  /** Within three kilometres. */
  Result nearby() {
    List<String> faults = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 10; i++) {
      List<Map<String, Object>> items = items(nearby(random));
      if (items.size() != 10) {
        faults.add("only %d deals within 3 km".formatted(items.size()));
      }
      for (Map<String, Object> item : items) {
        if (((Number) item.get("distanceMeters")).doubleValue() > RADIUS) {
          faults.add("too far: %s m".formatted(item.get("distanceMeters")));
        }
      }
    }
    return list("nearby", Reads::nearby, faults);
  }

  private static String nearby(SplittableRandom random) {
    return "/api/deal/deals?limit=10&near=%.4f,%.4f&radius=%d"
        .formatted(random.nextDouble(37.48, 37.62), random.nextDouble(126.85, 127.1), RADIUS);
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> items(String path) {
    return (List<Map<String, Object>>) market.get(path, market.member(500)).get("items");
  }

  private Result list(String name, Ask ask, List<String> faults) {
    CpuMeter cpu = new CpuMeter();
    Measurement measured =
        load.during(CLIENTS, time, number -> new Reader(ask, market.member(Market.HOSTS + number)));
    return Result.of(name, measured, faults, "", cpu.read());
  }

  /** One deal each, by one member each, whose look counts once a day. */
  Result detail() {
    Set<Long> looks = ConcurrentHashMap.newKeySet();
    CpuMeter cpu = new CpuMeter();
    Measurement measured = load.during(CLIENTS, time, number -> new Viewer(looks, number));
    CpuMeter.Share share = cpu.read();
    List<String> faults = new ArrayList<>();
    try {
      market.await("views to be counted", () -> uncounted(looks) == 0);
    } catch (BenchmarkException e) {
      faults.add("%d of %d looks were not counted".formatted(uncounted(looks), looks.size()));
    }
    return Result.of("detail", measured, faults, "", share);
  }

  /** Looks of which the deal service knows nothing. */
  private int uncounted(Set<Long> looks) {
    Set<Long> missing = new HashSet<>(looks);
    market
        .database()
        .each(
            "SELECT deal_id, member_id FROM {}deal.deal_view",
            row ->
                missing.remove(
                    look(
                        Ids.number(UUID.fromString(row.getString(1))),
                        Ids.number(UUID.fromString(row.getString(2))))));
    return missing.size();
  }

  private static long look(int deal, int member) {
    return (long) deal * Market.MEMBERS + member;
  }

  /** Reads lists. */
  private final class Reader implements Load.Client {

    private final Ask ask;
    private final Member member;
    private final SplittableRandom random = new SplittableRandom();
    private byte[] request;

    Reader(Ask ask, Member member) {
      this.ask = ask;
      this.member = member;
    }

    @Override
    public boolean prepare() {
      request = market.request().get(ask.path(random), member);
      return true;
    }

    @Override
    public Load.Outcome call(HttpConnection connection, Load.Failure failure) throws IOException {
      HttpConnection.Answer answer = connection.send(request);
      // {"items":[{…: a list that is empty would be quick and wrong
      if (answer.status() == 200 && answer.body().length > 100) {
        return Load.Outcome.DONE;
      }
      failure.how(answer.problem());
      return Load.Outcome.FAILED;
    }
  }

  /** Looks at deals. */
  private final class Viewer implements Load.Client {

    private final Set<Long> looks;
    private final SplittableRandom random;
    private byte[] request;
    private long look;

    Viewer(Set<Long> looks, int number) {
      this.looks = looks;
      this.random = new SplittableRandom(System.nanoTime() + number);
    }

    @Override
    public boolean prepare() {
      int deal = random.nextInt(Market.DEALS);
      int member = random.nextInt(Market.HOSTS, Market.MEMBERS);
      look = look(deal, member);
      request = market.request().get("/api/deal/deals/" + Ids.deal(deal), market.member(member));
      return true;
    }

    @Override
    public Load.Outcome call(HttpConnection connection, Load.Failure failure) throws IOException {
      HttpConnection.Answer answer = connection.send(request);
      if (answer.status() == 200 && answer.body().length > 100) {
        looks.add(look);
        return Load.Outcome.DONE;
      }
      failure.how(answer.problem());
      return Load.Outcome.FAILED;
    }
  }
}
