package kr.gonggu.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import kr.gonggu.testkit.Http;
import org.junit.jupiter.api.Test;

/** What an operator reads: a start without complaints, and no line for what strangers send. */
class ServerLogIT {

  private static final RunningMarket MARKET = RunningMarket.get();

  /** A line of Liberty's log: warnings, errors, and what is fatal. */
  private static final Pattern COMPLAINT = Pattern.compile("^\\[[^\\]]*\\] \\w+ \\S+ +[WEF] .*");

  /** Nobody has told anything on a new market's topics yet: the first message makes each. */
  private static final String NEW_TOPIC = "UNKNOWN_TOPIC_OR_PARTITION";

  @Test
  void aStartHasNothingToComplainOf() {
    List<String> lines = MARKET.log().lines().toList();
    int ready =
        lines.indexOf(
            lines.stream().filter(line -> line.contains("CWWKF0011I")).findFirst().orElseThrow());
    assertThat(
            lines.subList(0, ready).stream()
                .filter(line -> COMPLAINT.matcher(line).matches())
                .filter(line -> !line.contains(NEW_TOPIC)))
        .isEmpty();
  }

  @Test
  void strangersDoNotFillTheLog() {
    Neighbour taken = Neighbour.arrives(MARKET, "taken");
    long before = complaints();
    Http member = MARKET.service("member");
    for (int i = 0; i < 5; i++) {
      assertThat(member.post("/members", "{\"email\":\"\"}").status()).isEqualTo(400);
      assertThat(member.post("/members", "{").status()).isEqualTo(400);
      assertThat(
              member
                  .post(
                      "/members",
                      """
                      {"email":"%s@example.com","password":"%s","nickname":"%s"}"""
                          .formatted(Neighbour.suffix(), Neighbour.PASSWORD, taken.nickname()))
                  .status())
          .isEqualTo(409);
      assertThat(member.as("no.token.atall").get("/members/me").status()).isEqualTo(401);
      assertThat(MARKET.server().get("/nothing.js").status()).isEqualTo(404);
      assertThat(MARKET.service("deal").get("/deals/nonsense").status()).isIn(400, 404);
    }
    assertThat(complaints()).isEqualTo(before);
  }

  private static long complaints() {
    return MARKET
        .log()
        .lines()
        .filter(line -> COMPLAINT.matcher(line).matches())
        .filter(line -> !line.contains("org.apache.kafka"))
        .count();
  }
}
