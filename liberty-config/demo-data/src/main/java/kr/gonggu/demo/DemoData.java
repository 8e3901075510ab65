package kr.gonggu.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes the demo data in a running market, as its members would: they sign up, open deals, join,
 * talk, pay and hand out.
 *
 * <p>Each step looks first at what is there, or is one that the market itself does only once
 * (client ids; idempotency keys for a day), or is remembered in the mark; so it may be interrupted
 * anywhere and begun again whenever, and nothing is there twice.
 */
public final class DemoData {

  private static final String DEVICE = "데모 데이터";
  private static final int AT_ONCE = 4;
  private static final int TRIES = 5;

  /** What a host takes home from what the neighbours paid, in won. */
  private static final long WITHDRAWN = 10_000;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final Duration LONGEST_EXPIRY = Duration.ofSeconds(60);

  /** Refusals that say that the deal is beyond the point at which somebody would join. */
  private static final Set<String> JOINED_OR_OVER =
      Set.of("ALREADY_JOINED", "DEAL_FULL", "DEAL_EXPIRED", "DEAL_CANCELLED", "DEAL_CLOSED");

  /** What chat says until it has heard of the deal and of who joined it. */
  private static final Set<String> NOT_YET_ADMITTED = Set.of("ROOM_NOT_FOUND", "NOT_IN_ROOM");

  private final Api nobody;
  private final DemoMark mark;
  private final Plan plan;
  private final Clock clock;
  private final Map<Resident, Api> accounts = new ConcurrentHashMap<>();
  private final Map<DealPlan, String> dealIds = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private volatile String phase = "";
  private volatile int total;

  /**
   * @param market its address
   * @param mark what is made already
   */
  public DemoData(URI market, DemoMark mark) {
    this.nobody = Api.of(market);
    this.mark = mark;
    this.plan = Plan.read();
    this.clock = Clock.systemUTC();
  }

  /** Nicknames to look around with, one in each neighbourhood. */
  public static List<String> accounts() {
    return Arrays.stream(Neighbourhood.values())
        .map(neighbourhood -> neighbourhood.nicknames().get(0))
        .toList();
  }

  /** What is being made just now, for people. */
  public String progress() {
    return phase.isEmpty() ? "" : "%s %d of %d".formatted(phase, done.get(), total);
  }

  /**
   * Makes what is not made yet.
   *
   * @throws DemoDataException when the market refuses something; what was made stays, and the next
   *     time goes on there
   */
  public void make() {
    if (mark.complete()) {
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            AT_ONCE,
            task -> {
              Thread thread = new Thread(task, "demo-data");
              thread.setDaemon(true);
              return thread;
            });
    try {
      each(threads, "members", plan.residents(), this::settle);
      // The briefest first: they run out while the others are made.
      each(threads, "deals", in(DealPlan.State.EXPIRED, true), this::gather);
      each(threads, "deals", in(DealPlan.State.EXPIRED, false), this::gather);
      each(threads, "wallets", plan.residents(), this::pay);
      each(threads, "deals on their way", plan.deals(), this::moveOn);
      each(threads, "rooms", plan.deals(), this::close);
      each(threads, "goodbyes", plan.residents(), this::signOut);
    } finally {
      threads.shutdownNow();
    }
    mark.markComplete();
  }

  private List<DealPlan> in(DealPlan.State state, boolean wanted) {
    return plan.deals().stream().filter(deal -> (deal.state() == state) == wanted).toList();
  }

  private <T> void each(ExecutorService threads, String name, List<T> all, Consumer<T> work) {
    phase = name;
    total = all.size();
    done.set(0);
    List<Future<?>> running =
        all.stream()
            .<Future<?>>map(
                one ->
                    threads.submit(
                        () -> {
                          attempt(() -> work.accept(one));
                          done.incrementAndGet();
                        }))
            .toList();
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof DemoDataException refused
            ? new DemoDataException("%s: %s".formatted(name, refused.getMessage()), refused)
            : new DemoDataException("%s: %s".formatted(name, e.getCause()), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DemoDataException("it was interrupted", e);
      }
    }
  }

  /** A lost connection is no reason to give up: every step can be begun again. */
  private static void attempt(Runnable work) {
    for (int tries = 1; ; tries++) {
      try {
        work.run();
        return;
      } catch (UncheckedIOException e) {
        if (tries == TRIES) {
          throw new DemoDataException(
              "the market does not answer (%s)".formatted(e.getMessage()), e);
        }
        Api.pause(BETWEEN_TRIES);
      }
    }
  }

  private void once(String step, Runnable work) {
    if (!mark.made(step)) {
      work.run();
      mark.mark(step);
    }
  }

  /** Signs up and moves in. */
  private void settle(Resident resident) {
    nobody
        .post(
            "/api/member/members",
            Json.createObjectBuilder()
                .add("email", resident.email())
                .add("password", mark.password())
                .add("nickname", resident.nickname())
                .build())
        .orElse(Set.of("EMAIL_TAKEN", "NICKNAME_TAKEN"));
    Api.Answer signedIn =
        nobody
            .post(
                "/api/member/sessions",
                Json.createObjectBuilder()
                    .add("login", resident.nickname())
                    .add("password", mark.password())
                    .add("device", DEVICE)
                    .build())
            .orFail();
    Api api = nobody.as(signedIn.json().getString("accessToken"));
    accounts.put(resident, api);
    once("neighbourhood " + resident.nickname(), () -> moveIn(api, resident));
  }

  private static void moveIn(Api api, Resident resident) {
    api.put(
            "/api/member/members/me/neighbourhood",
            Json.createObjectBuilder()
                .add("latitude", resident.home().latitude())
                .add("longitude", resident.home().longitude())
                .add("label", resident.neighbourhood().label())
                .add("radiusMeters", resident.radiusMeters())
                .build())
        .orFail();
    if (!resident.keywords().isEmpty()) {
      api.put(
              "/api/member/members/me/keywords",
              Json.createArrayBuilder(resident.keywords()).build())
          .orFail();
    }
  }

  /** Opens a deal; neighbours look and join. */
  private void gather(DealPlan deal) {
    dealIds.put(deal, opened(deal).orElseGet(() -> open(deal)));
    look(deal);
    Set<Resident> absent = new HashSet<>();
    for (DealPlan.Join join : deal.joins()) {
      if (!join(deal, join.member(), join.quantity())) {
        absent.add(join.member());
      }
    }
    if (deal.state() == DealPlan.State.RECRUITING && plan.deals().indexOf(deal) % 8 == 0) {
      once("left " + deal.picture(), () -> joinAndLeave(deal));
    }
    if (deal.state() == DealPlan.State.EXPIRED) {
      // Its room is closed soon.
      talk(deal, absent);
    }
  }

  private Optional<String> opened(DealPlan deal) {
    return host(deal)
        .get("/api/deal/me/hosted?limit=100")
        .orFail()
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(item -> item.getString("title").equals(deal.title()))
        .map(item -> item.getString("id"))
        .findFirst();
  }

  private String open(DealPlan deal) {
    Api host = host(deal);
    String image =
        host.upload("/api/deal/images", deal.picture(), Pictures.png(deal.picture()))
            .orFail()
            .json()
            .getString("id");
    return host.post(
            "/api/deal/deals",
            Json.createObjectBuilder()
                .add("title", deal.title())
                .add("description", deal.description())
                .add("category", deal.category())
                .add("totalPrice", deal.totalPrice())
                .add("shares", deal.shares())
                .add("hostShares", deal.hostShares())
                .add("unit", deal.unit())
                .add("unitQuantity", deal.unitQuantity())
                .add("deadline", deal.deadline(clock.instant()).toString())
                .add(
                    "pickup",
                    Json.createObjectBuilder()
                        .add("latitude", deal.pickup().latitude())
                        .add("longitude", deal.pickup().longitude())
                        .add("label", deal.pickup().label()))
                .add("payment", "DIRECT")
                .add("keywords", Json.createArrayBuilder(deal.keywords()))
                .add("imageIds", Json.createArrayBuilder().add(image))
                .build())
        .orFail()
        .json()
        .getString("id");
  }

  /** Some deals are looked at by many, some by few. */
  private void look(DealPlan deal) {
    List<Resident> neighbours = neighbours(deal);
    int viewers = deal.joins().size() + deal.title().length() % 6;
    for (int i = 0; i < Math.min(viewers, neighbours.size()); i++) {
      api(neighbours.get(i)).get(path(deal)).orFail();
    }
  }

  /** Returns false when it was too late, as it may be on a slow machine. */
  private boolean join(DealPlan deal, Resident member, int quantity) {
    return !api(member)
        .post(
            path(deal) + "/enrollments",
            Json.createObjectBuilder().add("quantity", quantity).build(),
            "Idempotency-Key",
            "demo-join-" + deal.picture())
        .orElse(JOINED_OR_OVER)
        .code()
        .equals("DEAL_EXPIRED");
  }

  private void joinAndLeave(DealPlan deal) {
    Resident undecided =
        neighbours(deal).stream()
            .filter(neighbour -> !neighbour.equals(deal.host()))
            .filter(
                neighbour ->
                    deal.joins().stream().noneMatch(join -> join.member().equals(neighbour)))
            .findFirst()
            .orElseThrow();
    if (join(deal, undecided, 1)) {
      api(undecided)
          .delete(path(deal) + "/enrollments/me")
          .orElse(Set.of("NOT_JOINED", "DEAL_EXPIRED"));
    }
  }

  private void talk(DealPlan deal, Set<Resident> absent) {
    List<DealPlan.Line> lines = deal.talk();
    for (int i = 0; i < lines.size(); i++) {
      DealPlan.Line line = lines.get(i);
      if (absent.contains(line.speaker())) {
        continue;
      }
      JsonObject message =
          Json.createObjectBuilder()
              .add("clientId", "demo-%s-%d".formatted(deal.picture(), i))
              .add("text", line.text())
              .build();
      Api.eventually(
              NOT_YET_ADMITTED,
              () ->
                  api(line.speaker())
                      .post("/api/chat/rooms/%s/messages".formatted(dealIds.get(deal)), message))
          .orElse(Set.of("ROOM_CLOSED", "NOT_IN_ROOM"));
    }
  }

  /** Brings money from the bank, pays for shares, and takes some back home. */
  private void pay(Resident resident) {
    Api api = api(resident);
    once(
        "charge " + resident.nickname(),
        () -> {
          long won = plan.charge(resident);
          if (!moved(api, "CHARGE", movement -> amountOf(movement) == won)) {
            api.post("/api/pay/charges", amount(won), key("charge", resident)).orFail();
          }
        });
    for (Plan.Payment payment : plan.payments()) {
      if (payment.from().equals(resident)) {
        once("pay " + payment.deal().picture() + " " + resident.nickname(), () -> remit(payment));
      }
    }
  }

  /**
   * Whether money moved already. A step that was done and did not get its mark finds it here even
   * when the market is started again only after its idempotency key has lapsed.
   */
  private static boolean moved(Api api, String kind, Predicate<JsonObject> same) {
    return api
        .get("/api/pay/transactions?limit=100&kind=" + kind)
        .orFail()
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .anyMatch(same);
  }

  private static long amountOf(JsonObject movement) {
    return movement.getJsonNumber("amount").longValueExact();
  }

  private void remit(Plan.Payment payment) {
    String deal = dealIds.get(payment.deal());
    if (moved(
        api(payment.from()),
        "REMITTANCE",
        movement ->
            movement.getString("direction").equals("out")
                && movement.getString("dealId", "").equals(deal))) {
      return;
    }
    JsonObject remittance =
        Json.createObjectBuilder()
            .add("toNickname", payment.deal().host().nickname())
            .add("amount", payment.amount())
            .add("dealId", deal)
            .add("memo", payment.memo())
            .build();
    // Pay hears of members by event, and a bank may answer late.
    Api.eventually(
            Set.of("NO_SUCH_MEMBER", "INSUFFICIENT_FUNDS"),
            () ->
                api(payment.from())
                    .post(
                        "/api/pay/remittances",
                        remittance,
                        "Idempotency-Key",
                        "demo-pay-" + payment.deal().picture()))
        .orFail();
  }

  private static JsonObject amount(long won) {
    return Json.createObjectBuilder().add("amount", won).build();
  }

  private static String[] key(String what, Resident resident) {
    return new String[] {"Idempotency-Key", "demo-%s-%s".formatted(what, resident.email())};
  }

  /** Brings a deal to the state it is to have. */
  private void moveOn(DealPlan deal) {
    for (DealPlan.State step : deal.state().steps()) {
      once("moved %s %s".formatted(deal.picture(), step), () -> move(deal, step));
    }
    // It may have expired, when the start before this one ended before it was full.
    if (deal.state() == DealPlan.State.COMPLETED && status(deal).equals(deal.state().name())) {
      for (DealPlan.Join join : deal.joins()) {
        api(join.member())
            .post(path(deal) + "/enrollments/me/receipt", Json.createObjectBuilder().build())
            .orFail();
      }
      once(
          "withdraw " + deal.picture(),
          () -> {
            if (!moved(host(deal), "WITHDRAWAL", movement -> amountOf(movement) == WITHDRAWN)) {
              host(deal)
                  .post("/api/pay/withdrawals", amount(WITHDRAWN), key("withdraw", deal.host()))
                  .orFail();
            }
          });
    }
  }

  /** Lets people talk, and ends what does not come about. */
  private void close(DealPlan deal) {
    if (deal.state() == DealPlan.State.EXPIRED) {
      awaitExpiry(deal);
      return;
    }
    talk(deal, Set.of());
    if (deal.state() == DealPlan.State.CANCELLED) {
      host(deal)
          .post(
              path(deal) + "/cancellation",
              Json.createObjectBuilder().add("reason", deal.note()).build())
          .orElse(Set.of("DEAL_CANCELLED", "DEAL_EXPIRED"));
    }
  }

  private void move(DealPlan deal, DealPlan.State step) {
    String note =
        switch (step) {
          case ORDERED -> "다 모여서 주문했어요. 도착하면 바로 알려 드릴게요.";
          case READY -> "도착했어요! %s에서 나눠 드려요.".formatted(deal.pickup().label());
          default -> "모두 나눠 드렸어요. 함께해 주셔서 고맙습니다.";
        };
    host(deal)
        .post(
            path(deal) + "/status",
            Json.createObjectBuilder().add("to", step.name()).add("note", note).build())
        .orElse(Set.of("STATUS_NOT_NEXT", "DEAL_EXPIRED"));
  }

  private void awaitExpiry(DealPlan deal) {
    long deadline = System.nanoTime() + LONGEST_EXPIRY.toNanos();
    while (!status(deal).equals(DealPlan.State.EXPIRED.name())) {
      if (System.nanoTime() > deadline) {
        throw new DemoDataException("\"%s\" does not expire".formatted(deal.title()));
      }
      Api.pause(BETWEEN_TRIES);
    }
  }

  private String status(DealPlan deal) {
    return host(deal).get(path(deal)).orFail().json().getString("status");
  }

  /** Leaves no device behind in anybody's list, also not those of interrupted starts. */
  private void signOut(Resident resident) {
    Api api = api(resident);
    api
        .get("/api/member/sessions")
        .orFail()
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(session -> session.getString("device").equals(DEVICE))
        .map(session -> session.getString("id"))
        .forEach(id -> api.delete("/api/member/sessions/" + id).orElse(Set.of("NOT_FOUND")));
  }

  private List<Resident> neighbours(DealPlan deal) {
    return plan.residents().stream()
        .filter(resident -> resident.neighbourhood() == deal.host().neighbourhood())
        .toList();
  }

  private String path(DealPlan deal) {
    return "/api/deal/deals/" + dealIds.get(deal);
  }

  private Api host(DealPlan deal) {
    return api(deal.host());
  }

  private Api api(Resident resident) {
    return accounts.get(resident);
  }
}
