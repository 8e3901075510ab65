package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The row "operation" of what the 2022 project did: five services in servers of their own behind
 * one load balancer, deal in three instances, an update of one after the other under load, and chat
 * and pay that keep working while deal is down.
 */
class OperationIT {

  private static final int GUESTS = 3;

  /**
   * Often enough to meet every moment of an update, and leaving a small machine room to start one.
   */
  private static final Duration PACE = Duration.ofMillis(250);

  private static final SeparateServers MARKET = new SeparateServers();

  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @AfterAll
  static void end() {
    MARKET.close();
  }

  @Test
  void threeInstancesAreUpdatedUnderLoadAndChatAndPayOutliveDeal() throws InterruptedException {
    // Member first: it makes the keys that the others verify with.
    MARKET.start("member");
    List<SeparateServers.Instance> deals =
        MARKET.start("deal", "deal", "deal", "pay", "chat", "push").subList(0, 3);
    Neighbour host = Neighbour.arrives(MARKET, "host");
    UUID deal = host.opens("쌀 20 kg", 50, 100_000);
    List<Neighbour> guests = new ArrayList<>();
    for (int i = 0; i < GUESTS; i++) {
      Neighbour guest = Neighbour.arrives(MARKET, "guest" + i);
      assertThat(guest.joins(deal, 1).status()).isEqualTo(201);
      assertThat(guest.charges(50_000).status()).isEqualTo(201);
      guests.add(guest);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(host.writes(deal, "어서 오세요").status()).isEqualTo(201);
              for (Neighbour guest : guests) {
                assertThat(guest.remits(host.nickname(), 1, deal).status()).isEqualTo(201);
              }
            });
    long heldBefore = balance(host);

    AtomicInteger looks = new AtomicInteger();
    AtomicInteger moves = new AtomicInteger();
    AtomicInteger remitted = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    ScheduledExecutorService load = Executors.newScheduledThreadPool(4);
    try {
      repeat(
          load,
          () -> {
            look(looks, host.at("deal").get("/deals?limit=10"));
            look(looks, host.at("deal").get("/deals/" + deal));
          });
      repeat(load, () -> changeMind(guests.get(0), deal, moves));
      repeat(load, () -> expect(201, guests.get(1).remits(host.nickname(), 1, deal), remitted));
      repeat(load, () -> expect(201, guests.get(2).writes(deal, "쪽지 " + written.get()), written));

      for (SeparateServers.Instance instance : deals) {
        instance.stop();
        int before = looks.get();
        instance.start();
        assertThat(looks.get()).as("the market was looked at meanwhile").isGreaterThan(before);
      }
    } finally {
      load.shutdown();
      assertThat(load.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(failures).as("requests that failed while the instances were updated").isEmpty();
    assertThat(moves.get()).isPositive();
    assertThat(taken(host, deal)).isEqualTo(1 + GUESTS);
    assertThat(balance(host)).isEqualTo(heldBefore + remitted.get());
    assertThat(texts(host, deal)).isEqualTo(expectedTexts(written.get()));
    MARKET.proveLedger();

    deals.forEach(SeparateServers.Instance::stop);

    assertThat(host.at("deal").get("/deals").status()).isEqualTo(503);
    assertThat(guests.get(2).writes(deal, "쪽지 " + written.getAndIncrement()).status())
        .isEqualTo(201);
    assertThat(guests.get(1).remits(host.nickname(), 1, deal).status()).isEqualTo(201);
    assertThat(balance(host)).isEqualTo(heldBefore + remitted.get() + 1);
    assertThat(texts(host, deal)).isEqualTo(expectedTexts(written.get()));

    deals.get(0).start();

    Neighbour late = Neighbour.arrives(MARKET, "late");
    assertThat(late.joins(deal, 1).status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(late.room(deal)).isNotEmpty());
    MARKET.proveLedger();
  }

  private static void repeat(ScheduledExecutorService load, Runnable work) {
    var unused = load.scheduleWithFixedDelay(work, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(AtomicInteger looks, Http.Answer answer) {
    expect(200, answer, looks);
  }

  /** Takes one share more and gives it back: it ends with the one that the guest began with. */
  private void changeMind(Neighbour guest, UUID deal, AtomicInteger moves) {
    for (int quantity : new int[] {2, 1}) {
      expect(
          200,
          guest
              .at("deal")
              .send(
                  "PATCH", "/deals/" + deal + "/enrollments/me", "{\"quantity\":" + quantity + "}"),
          moves);
    }
  }

  private void expect(int status, Http.Answer answer, AtomicInteger done) {
    if (answer.status() == status) {
      done.incrementAndGet();
    } else {
      failures.add(answer.toString());
    }
  }

  private static long balance(Neighbour neighbour) {
    return neighbour.at("pay").get("/wallet").json().getJsonNumber("balance").longValueExact();
  }

  private static int taken(Neighbour neighbour, UUID deal) {
    return neighbour.at("deal").get("/deals/" + deal).json().getInt("sharesTaken");
  }

  private static List<String> expectedTexts(int written) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < written; i++) {
      texts.add("쪽지 " + i);
    }
    return texts;
  }

  /** What was written under load, in the order in which the room has it. */
  private static List<String> texts(Neighbour neighbour, UUID deal) {
    List<String> texts = new ArrayList<>();
    long after = 0;
    while (true) {
      List<JsonObject> part =
          neighbour
              .at("chat")
              .get("/rooms/" + deal + "/messages?after=" + after + "&limit=100")
              .json()
              .getJsonArray("items")
              .getValuesAs(JsonObject.class);
      if (part.isEmpty()) {
        return texts;
      }
      for (JsonObject entry : part) {
        after = entry.getJsonNumber("seq").longValueExact();
        String text = entry.getString("text", "");
        if (text.startsWith("쪽지 ")) {
          texts.add(text);
        }
      }
    }
  }
}
