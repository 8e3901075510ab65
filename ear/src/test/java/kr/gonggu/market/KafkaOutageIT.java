package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.Test;

/** Kafka is away for a minute while members act: nothing is lost, nothing happens twice. */
class KafkaOutageIT {

  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final int MEMBERS = 12;

  private final RunningMarket market = RunningMarket.get();

  @Test
  void nothingIsLostAndNothingHappensTwice() {
    Neighbour host = Neighbour.arrives(market, "outagehost");
    UUID deal = host.opens("휴지 30롤", 100, 100_000);
    List<Neighbour> guests = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      guests.add(Neighbour.arrives(market, "outage" + i));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(host.writes(deal, "어서 오세요").status()).isEqualTo(201));
    // Pay knows the host by nickname only once the host's sign-up has reached it.
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Http.Answer answer = guests.get(0).remits(host.nickname(), 1, deal);
              assertThat(answer.code()).isEqualTo("INSUFFICIENT_FUNDS");
            });

    Instant begin = Instant.now();
    market.kafka().stop();
    List<String> written = new ArrayList<>();
    try {
      for (Neighbour guest : guests) {
        assertThat(guest.joins(deal, 1).status()).isEqualTo(201);
        assertThat(guest.charges(5_000).status()).isEqualTo(201);
        assertThat(guest.remits(host.nickname(), 1_000, deal).status()).isEqualTo(201);
        String text = "아직 자리 있어요 " + written.size();
        assertThat(host.writes(deal, text).status()).isEqualTo(201);
        written.add(text);
      }
      assertThat(market.server().get("/health/live").status())
          .as("liveness does not depend on a neighbour")
          .isEqualTo(200);
      assertThat(market.server().get("/health/ready").status())
          .as("the market serves members without Kafka")
          .isEqualTo(200);
      await()
          .atMost(OUTAGE.plusSeconds(30))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> Instant.now().isAfter(begin.plus(OUTAGE)));
    } finally {
      market.kafka().start();
    }

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () -> {
              assertThat(host.inbox("ENROLLMENT_CONFIRMED")).hasSize(MEMBERS);
              assertThat(host.inbox("MONEY_RECEIVED")).hasSize(MEMBERS);
              assertThat(notices(host, deal)).hasSize(MEMBERS);
            });
    assertThat(
            host.inbox("ENROLLMENT_CONFIRMED").stream()
                .map(entry -> entry.getJsonObject("params").getString("nickname")))
        .containsExactlyInAnyOrderElementsOf(guests.stream().map(Neighbour::nickname).toList());
    assertThat(
            market.topic("deal.events").all("EnrollmentConfirmed", deal.toString()).stream()
                .map(event -> event.id())
                .distinct())
        .hasSize(MEMBERS);
    List<JsonObject> room = host.room(deal);
    for (int i = 0; i < room.size(); i++) {
      assertThat(room.get(i).getInt("seq")).as("numbered without gaps").isEqualTo(i + 1);
    }
    assertThat(
            room.stream()
                .filter(entry -> entry.getString("type").equals("message"))
                .map(entry -> entry.getString("text")))
        .containsAll(written);
    assertThat(host.at("pay").get("/wallet").json().getInt("balance")).isEqualTo(MEMBERS * 1_000);
    market.proveLedger();
  }

  private static List<JsonObject> notices(Neighbour neighbour, UUID deal) {
    return neighbour.room(deal).stream()
        .filter(entry -> entry.getString("type").equals("notice"))
        .filter(entry -> entry.getString("kind").equals("JOINED"))
        .toList();
  }
}
