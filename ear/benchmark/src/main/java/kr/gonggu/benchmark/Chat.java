package kr.gonggu.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Rooms full of members who write at a given rate; the highest at which everyone has everything
 * within 200 ms of when it was to be sent.
 */
final class Chat {

  private static final double BOUND_MILLIS = 200;
  private static final Duration TRIAL = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int WARM_UP_TRIALS = 4;
  private static final double LEAST = 2;
  private static final double MOST = 20_000;
  private static final String TEXT = "토요일 세 시에 정문 앞에서 봬요! 봉투는 제가 챙길게요.";

  private final Market market;
  private int trials;

  Chat(Market market) {
    this.market = market;
  }

  /** A trial that was borne. */
  private record Borne(double perSecond, Latencies latencies, CpuMeter.Share cpu) {}

  /**
   * Runs a line.
   *
   * @param name of the line
   * @param rooms how many
   * @param size members in each
   * @param marks whether every reader marks every message as read
   */
  Result run(String name, int rooms, int size, boolean marks) {
    Figure figure = Figure.of(name);
    List<UUID> ids = rooms(rooms, size);
    List<String> faults = new ArrayList<>();
    List<Borne> borne = new ArrayList<>();
    try (ChatClients clients = new ChatClients()) {
      for (int room = 0; room < rooms; room++) {
        clients.enter(market, ids.get(room), members(room, size));
      }
      clients.start();
      awaitEveryone(clients);
      if (marks) {
        clients.markAsRead(clients.all().get(0));
      }
      for (int i = 0; i < WARM_UP_TRIALS; i++) {
        trial(clients, rooms, size, figure.perSecond() / 2);
      }
      clients.take();
      RateSearch.highest(
          figure.perSecond(),
          LEAST,
          MOST,
          rate -> {
            bringBack(clients);
            if (clients.all().stream().anyMatch(Chat::broken)) {
              return false;
            }
            CpuMeter cpu = new CpuMeter();
            boolean all = trial(clients, rooms, size, rate);
            CpuMeter.Share share = cpu.read();
            Latencies latencies = clients.take();
            if (all && latencies.millis(1) <= BOUND_MILLIS) {
              borne.add(new Borne(rate, latencies, share));
              return true;
            }
            return false;
          });
      bringBack(clients);
      settle(clients);
      compare(clients, faults);
      if (marks) {
        marks(clients, faults);
      }
      Map<String, Integer> errors = new TreeMap<>();
      clients.all().stream()
          .filter(Chat::broken)
          .forEach(client -> errors.merge(client.failure(), 1, Integer::sum));
      Borne best =
          borne.stream()
              .max(Comparator.comparingDouble(Borne::perSecond))
              .orElse(new Borne(0, new Latencies(), new CpuMeter.Share(0, 0)));
      return new Result(
          figure,
          best.perSecond(),
          best.latencies(),
          errors,
          faults,
          "%.0f deliveries per s".formatted(best.perSecond() * size),
          best.cpu());
    }
  }

  /** A rate that was too high must not spoil the next one. */
  private void bringBack(ChatClients clients) {
    if (clients.bringBack(market) > 0) {
      awaitEveryone(clients);
      settle(clients);
      clients.take();
    }
  }

  private void awaitEveryone(ChatClients clients) {
    market.await(
        "everyone to be in the rooms",
        () -> clients.all().stream().allMatch(client -> client.synced() || broken(client)));
  }

  private static boolean broken(ChatClient client) {
    return client.failure() != null;
  }

  private List<Member> members(int room, int size) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(market.member(room * size + i));
    }
    return members;
  }

  /** Deals whose rooms have all their members. The first of each opens it. */
  private List<UUID> rooms(int rooms, int size) {
    List<UUID> ids = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      List<Member> members = members(room, size);
      UUID deal = market.openDeal(members.get(0), "부하: 대화방 %d".formatted(room), 1_000);
      members.stream().skip(1).forEach(member -> market.call(market.join(deal, member)));
      ids.add(deal);
    }
    market.await(
        "the chat service to let everyone in",
        () ->
            ids.stream()
                .allMatch(
                    id ->
                        market
                                .database()
                                .count(
                                    "SELECT COUNT(*) FROM {}chat.membership WHERE room_id = ?", id)
                            == size));
    return ids;
  }

  /**
   * Sends at a rate for some seconds, each room's members taking turns.
   *
   * @return whether everything came to everyone
   */
  private boolean trial(ChatClients clients, int rooms, int size, double perSecond) {
    int trial = ++trials;
    long expected = clients.deliveries();
    long begin = System.nanoTime();
    long gap = (long) (1e9 / perSecond);
    int messages = (int) (perSecond * TRIAL.toSeconds());
    for (int i = 0; i < messages; i++) {
      long due = begin + i * gap;
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      int room = i % rooms;
      int writer = room * size + i / rooms % size;
      clients.all().get(writer).say("%d-%d.%d".formatted(trial, i, due), TEXT);
    }
    long all = expected + (long) messages * size;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (clients.deliveries() < all && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    return clients.deliveries() == all;
  }

  /** Lets late messages of an overloaded trial come before they are compared. */
  private void settle(ChatClients clients) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long before = -1;
    while (clients.deliveries() != before && System.nanoTime() < end) {
      before = clients.deliveries();
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  /** The order in which each reader saw everything is the order that is stored. */
  private void compare(ChatClients clients, List<String> faults) {
    Map<UUID, Long> stored = new HashMap<>();
    for (ChatClient client : clients.all()) {
      long digest = stored.computeIfAbsent(client.room(), this::stored);
      if (client.digest() != digest && !broken(client)) {
        faults.add("a reader saw another order than is stored");
      }
    }
  }

  private long stored(UUID room) {
    long[] digest = new long[1];
    market
        .database()
        .each(
            "SELECT seq, client_id FROM {}chat.entry WHERE room_id = ? AND kind = 'MESSAGE' ORDER BY seq",
            row ->
                digest[0] =
                    ChatClient.digest(digest[0], row.getLong(1), ChatClient.hash(row.getString(2))),
            room);
    return digest[0];
  }

  /** Who marked has read everything, and who did not has everything unread. */
  private void marks(ChatClients clients, List<String> faults) {
    ChatClient silent = clients.all().get(0);
    try {
      market.await("marks to be stored", () -> unmarked(silent.room(), silent.lastSeq()) == 1);
    } catch (BenchmarkException e) {
      faults.add(
          "%d readers of a room have not read to its end instead of the silent one alone"
              .formatted(unmarked(silent.room(), silent.lastSeq())));
    }
  }

  private long unmarked(UUID room, long lastSeq) {
    return market
        .database()
        .count(
            "SELECT COUNT(*) FROM {}chat.membership WHERE room_id = ? AND read_seq < ?",
            room,
            lastSeq);
  }
}
