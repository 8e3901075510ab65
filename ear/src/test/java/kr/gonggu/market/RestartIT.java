package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The market ends and is started again on the same data: once in order, once after its process was
 * killed. What members were told is true afterwards, and they go on where they were.
 */
class RestartIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningMarket market = RunningMarket.another();

  @AfterEach
  void end() {
    market.close();
  }

  @Test
  void everythingIsStillThereAfterAStopAndAfterACrash() {
    Neighbour host = Neighbour.arrives(market, "host");
    Neighbour joiner = Neighbour.arrives(market, "joiner");
    moveHere(host);
    moveHere(joiner);
    UUID picture = host.uploads("deal", Stage.jpeg());
    UUID deal = host.opens("쌀 20 kg", 4, 60_000, List.of(picture));
    assertThat(joiner.joins(deal, 1).status()).isEqualTo(201);
    awaitRoom(deal, host, joiner);
    UUID photograph = joiner.uploads("chat", Stage.jpeg());
    try (Socket one = Socket.of(market, joiner);
        Socket other = Socket.of(market, host)) {
      one.says(deal, "금요일에 봬요");
      other.hears("금요일에 봬요");
      other.reads(deal, other.says(deal, "네, 도서관 앞이요"));
      one.hears("네, 도서관 앞이요");
    }
    assertThat(shows(joiner, deal, photograph).status()).isEqualTo(201);
    assertThat(joiner.charges(30_000).status()).isEqualTo(201);
    // Pay knows the host by nickname only once the host's sign-up has reached it.
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(joiner.remits(host.nickname(), 15_000, deal).status()).isEqualTo(201));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(host.inbox("ENROLLMENT_CONFIRMED")).hasSize(1);
              assertThat(host.inbox("MONEY_RECEIVED")).hasSize(1);
              assertThat(wordsTold(host)).isEqualTo(2);
              assertThat(wordsTold(joiner)).isEqualTo(1);
            });
    String keys = market.service("member").get("/jwks").text();
    byte[] fullPicture = joiner.at("deal").get("/images/" + picture + "?size=full").bytes();
    byte[] fullPhotograph = host.at("chat").get("/images/" + photograph).bytes();
    Map<String, String> hosts = everythingThatIsSeen(host, deal);
    Map<String, String> joiners = everythingThatIsSeen(joiner, deal);
    assertThat(unread(host, deal)).as("the photograph").isEqualTo(1);

    market.liberty().stop();
    market.liberty().start();

    // With the access tokens of before, which must still be good.
    assertThat(everythingThatIsSeen(host, deal)).isEqualTo(hosts);
    assertThat(everythingThatIsSeen(joiner, deal)).isEqualTo(joiners);
    assertThat(market.service("member").get("/jwks").text()).isEqualTo(keys);
    assertThat(joiner.at("deal").get("/images/" + picture + "?size=full").bytes())
        .isEqualTo(fullPicture);
    assertThat(host.at("chat").get("/images/" + photograph).bytes()).isEqualTo(fullPhotograph);
    Http.Answer refreshed =
        market
            .service("member")
            .with("Cookie", "refresh=" + joiner.refreshToken())
            .post("/sessions/refresh", null);
    assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
    assertThat(
            market
                .service("pay")
                .as(refreshed.json().getString("accessToken"))
                .get("/wallet")
                .json()
                .getInt("available"))
        .isEqualTo(15_000);
    int before = host.room(deal).size();
    try (Socket one = Socket.of(market, joiner);
        Socket other = Socket.of(market, host)) {
      assertThat(one.says(deal, "다시 열렸네요")).isEqualTo(before + 1);
      other.hears("다시 열렸네요");
    }
    market.proveLedger();

    // Answered, and killed before anybody else has heard of it.
    Neighbour late = Neighbour.arrives(market, "late");
    UUID crate = late.uploads("deal", Stage.jpeg());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(late.remits(host.nickname(), 1, deal).code()).startsWith("INSUFF"));
    assertThat(late.joins(deal, 2).status()).isEqualTo(201);
    assertThat(late.charges(40_000).status()).isEqualTo(201);
    assertThat(late.remits(host.nickname(), 30_000, deal).status()).isEqualTo(201);
    UUID own = late.opens("귤 10 kg", 5, 30_000, List.of(crate));
    assertThat(joiner.writes(deal, "꺼지기 직전").status()).isEqualTo(201);
    kill();
    market.liberty().start();

    assertThat(late.at("pay").get("/wallet").json().getInt("balance")).isEqualTo(10_000);
    assertThat(host.at("pay").get("/wallet").json().getInt("balance")).isEqualTo(45_000);
    JsonObject full = host.at("deal").get("/deals/" + deal).json();
    assertThat(full.getInt("sharesTaken")).isEqualTo(4);
    assertThat(full.getString("status")).isEqualTo("FULL");
    assertThat(late.at("deal").get("/deals/" + own).status()).isEqualTo(200);
    assertThat(late.at("deal").get("/images/" + crate + "?size=full").status()).isEqualTo(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(host.inbox("ENROLLMENT_CONFIRMED")).hasSize(2);
              assertThat(host.inbox("MONEY_RECEIVED")).hasSize(2);
              assertThat(notices(host, deal, "JOINED"))
                  .containsExactly(joiner.nickname(), late.nickname());
            });
    assertThat(words(host, deal))
        .containsSubsequence("금요일에 봬요", "네, 도서관 앞이요", "다시 열렸네요", "꺼지기 직전")
        .doesNotHaveDuplicates();
    awaitRoom(deal, late);
    awaitRoom(own, late);
    // One of the four seats is free again, and somebody new takes it.
    assertThat(late.at("deal").delete("/deals/" + deal + "/enrollments/me").status())
        .isLessThan(300);
    Neighbour next = Neighbour.arrives(market, "next");
    assertThat(next.joins(deal, 1).status()).isEqualTo(201);
    awaitRoom(deal, next);
    assertThat(next.writes(deal, "저도 왔어요").status()).isEqualTo(201);
    List<JsonObject> room = host.room(deal);
    for (int i = 0; i < room.size(); i++) {
      assertThat(room.get(i).getInt("seq")).as("numbered without gaps").isEqualTo(i + 1);
    }
    market.proveLedger();
  }

  private static void moveHere(Neighbour neighbour) {
    Http.Answer answer =
        neighbour
            .at("member")
            .put(
                "/members/me/neighbourhood",
                """
                {"latitude":37.5563,"longitude":126.9220,"label":"서교동","radiusMeters":2000}""");
    assertThat(answer.status()).as(answer.toString()).isLessThan(300);
  }

  private static void awaitRoom(UUID deal, Neighbour... neighbours) {
    for (Neighbour neighbour : neighbours) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          neighbour.at("chat").get("/rooms/" + deal + "/messages?after=0").status())
                      .isEqualTo(200));
    }
  }

  private static Http.Answer shows(Neighbour neighbour, UUID deal, UUID photograph) {
    return neighbour
        .at("chat")
        .post(
            "/rooms/" + deal + "/messages",
            "{\"clientId\":\"%s\",\"imageId\":\"%s\"}".formatted(UUID.randomUUID(), photograph));
  }

  /** How many messages the bell has counted. */
  private static int wordsTold(Neighbour neighbour) {
    return neighbour.inbox("CHAT_MESSAGE").stream()
        .mapToInt(item -> item.getJsonObject("params").getInt("count"))
        .sum();
  }

  private static int unread(Neighbour neighbour, UUID deal) {
    return neighbour
        .at("chat")
        .get("/rooms")
        .json()
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(room -> room.getString("dealId").equals(deal.toString()))
        .mapToInt(room -> room.getInt("unread"))
        .sum();
  }

  private static List<String> words(Neighbour neighbour, UUID deal) {
    List<String> words = new ArrayList<>();
    for (JsonObject entry : neighbour.room(deal)) {
      if (entry.containsKey("text")) {
        words.add(entry.getString("text"));
      }
    }
    return words;
  }

  private static List<String> notices(Neighbour neighbour, UUID deal, String kind) {
    return neighbour.room(deal).stream()
        .filter(entry -> entry.getString("type").equals("notice"))
        .filter(entry -> entry.getString("kind").equals(kind))
        .map(entry -> entry.getJsonObject("member").getString("nickname"))
        .toList();
  }

  /** What a member's screens ask for, by address; without views, which the asking itself counts. */
  private static Map<String, String> everythingThatIsSeen(Neighbour neighbour, UUID deal) {
    Map<String, String> seen = new TreeMap<>();
    for (String place :
        List.of(
            "member/members/me",
            "deal/deals/" + deal,
            "deal/deals/" + deal + "/enrollments",
            "deal/deals?near=37.5563,126.9220&radius=1000",
            "deal/me/hosted",
            "deal/me/enrolled",
            "pay/wallet",
            "pay/transactions",
            "chat/rooms",
            "chat/rooms/" + deal + "/messages?after=0",
            "push/inbox",
            "push/inbox/unread-count",
            "push/preferences")) {
      String[] parts = place.split("/", 2);
      Http.Answer answer = neighbour.at(parts[0]).get("/" + parts[1]);
      assertThat(answer.status()).as(place + ": " + answer).isEqualTo(200);
      seen.put(place, answer.text().replaceAll("\"views\":\\d+", "\"views\":…"));
    }
    return seen;
  }

  /** Ends the server as a power cut would. */
  private void kill() {
    ProcessHandle server = market.liberty().pid().flatMap(ProcessHandle::of).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }
}
