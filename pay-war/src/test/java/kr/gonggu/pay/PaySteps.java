package kr.gonggu.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;

/** What members do, in the words of the tests. */
final class PaySteps {

  static final long OPENING = 100_000;

  private PaySteps() {}

  /** Waits until the service has its schema. */
  static void awaitService() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Http.at(ServiceUnderTest.server()).get("/health/ready").status() == 200);
  }

  /** A member of whom pay has heard by member's event. */
  static Neighbour joined() {
    Neighbour member = Neighbour.unheardOf();
    ServiceUnderTest.topic("member.events")
        .tell(
            "/gonggu/member",
            "MemberJoined",
            member.id().toString(),
            Json.createObjectBuilder()
                .add("memberId", member.id().toString())
                .add("nickname", member.nickname())
                .add("joinedAt", Instant.now().toString())
                .build()
                .toString());
    return member;
  }

  /** Several members, told all at once and awaited together. */
  static Neighbour[] joined(int count) {
    Neighbour[] members = new Neighbour[count];
    for (int i = 0; i < count; i++) {
      members[i] = joined();
    }
    for (Neighbour member : members) {
      awaitKnown(member);
    }
    return members;
  }

  /** A member with money in the wallet and none left in the bank for it. */
  static Neighbour withMoney(long won) {
    Neighbour member = joined(1)[0];
    charge(member, won);
    return member;
  }

  /** Waits until money can be sent to a member. */
  static void awaitKnown(Neighbour member) {
    Neighbour stranger = Neighbour.unheardOf();
    await("pay hears of " + member.nickname())
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                !stranger
                    .http()
                    .with("Idempotency-Key", UUID.randomUUID().toString())
                    .post("/remittances", remittance(member, 1))
                    .code()
                    .equals("NO_SUCH_MEMBER"));
  }

  static void charge(Neighbour member, long won) {
    Answer answer = member.once().post("/charges", "{\"amount\":%d}".formatted(won));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  static Answer remit(Neighbour from, Neighbour to, long won) {
    return from.once().post("/remittances", remittance(to, won));
  }

  static CompletableFuture<Answer> remitLater(Neighbour from, Neighbour to, long won) {
    return from.once().sendLater("POST", "/remittances", remittance(to, won));
  }

  static String remittance(Neighbour to, long won) {
    return Json.createObjectBuilder()
        .add("toNickname", to.nickname())
        .add("amount", won)
        .build()
        .toString();
  }

  static long balance(Neighbour member) {
    return wallet(member).getJsonNumber("balance").longValueExact();
  }

  static JsonObject wallet(Neighbour member) {
    Answer answer = member.http().get("/wallet");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** The books must be right after whatever a test has done. */
  static JsonObject proveLedger() {
    Answer answer =
        ServiceUnderTest.http()
            .as(ServiceUnderTest.tokens().admin(UuidV7.next(), "operator"))
            .get("/ledger/proof");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonObject proof = answer.json();
    assertThat(proof.getJsonNumber("total").longValueExact()).as(answer.text()).isZero();
    assertThat(proof.getInt("unbalanced")).as(answer.text()).isZero();
    assertThat(proof.getInt("drifted")).as(answer.text()).isZero();
    assertThat(proof.getBoolean("sound")).isTrue();
    return proof;
  }

  /**
   * A member under test.
   *
   * @param id the member's id
   * @param nickname unique in this run
   */
  record Neighbour(UUID id, String nickname) {

    static Neighbour unheardOf() {
      UUID id = UuidV7.next();
      return new Neighbour(id, "이웃" + id.toString().substring(24));
    }

    /** Signed in. */
    Http http() {
      return ServiceUnderTest.http().as(ServiceUnderTest.tokens().member(id, nickname));
    }

    /** Signed in, with an idempotency key that was never used. */
    Http once() {
      return http().with("Idempotency-Key", UUID.randomUUID().toString());
    }
  }
}
