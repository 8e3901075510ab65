package kr.gonggu.deal.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonPatch;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;
import org.awaitility.Awaitility;

/** A member of the market, as tests see one. */
record Person(UUID id, String nickname, Http http) {

  static final double LATITUDE = 37.500622;
  static final double LONGITUDE = 127.036456;

  /** Somebody who is signed in and was never here before. */
  static Person named(String nickname) {
    UUID id = UUID.randomUUID();
    return new Person(
        id, nickname, ServiceUnderTest.http().as(ServiceUnderTest.tokens().member(id, nickname)));
  }

  /** Waits until the service has its schema. */
  static void awaitService() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Http.at(ServiceUnderTest.server()).get("/health/ready").status() == 200);
  }

  /** Nobody: not signed in. */
  static Http nobody() {
    return ServiceUnderTest.http();
  }

  /** A deal of ten shares for 30 005 won, one share the host's, open for a week. */
  static JsonObject deal() {
    return Json.createObjectBuilder()
        .add("title", "제주 감귤 10kg")
        .add("description", "노지 감귤이에요")
        .add("category", "PRODUCE")
        .add("totalPrice", 30_005)
        .add("shares", 10)
        .add("hostShares", 1)
        .add("unit", "kg")
        .add("unitQuantity", 1)
        .add("deadline", Instant.now().plus(Duration.ofDays(7)).toString())
        .add(
            "pickup",
            Json.createObjectBuilder()
                .add("latitude", LATITUDE)
                .add("longitude", LONGITUDE)
                .add("label", "역삼동 주민센터 앞"))
        .add("payment", "DIRECT")
        .build();
  }

  /** The usual deal but for some fields. */
  static JsonObject deal(JsonObjectBuilder different) {
    JsonObject changes = different.build();
    return Json.createMergePatch(changes).apply(deal()).asJsonObject();
  }

  /** The usual deal with the value at one JSON pointer replaced. */
  static JsonObject deal(String pointer, JsonValue value) {
    JsonPatch patch = Json.createPatchBuilder().replace(pointer, value).build();
    return patch.apply(deal());
  }

  /** Opens a deal and returns it as it was answered. */
  JsonObject open(JsonObject deal) {
    Http.Answer answer = http.post("/deals", deal.toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json();
  }

  /** Opens the usual deal and returns its id. */
  String open() {
    return open(deal()).getString("id");
  }

  /** Joins with a key of its own. */
  Http.Answer join(String dealId, int quantity) {
    return http.with("Idempotency-Key", UUID.randomUUID().toString())
        .post("/deals/" + dealId + "/enrollments", "{\"quantity\": " + quantity + "}");
  }

  Http.Answer leave(String dealId) {
    return http.delete("/deals/" + dealId + "/enrollments/me");
  }

  Http.Answer change(String dealId, int quantity) {
    return http.patch("/deals/" + dealId + "/enrollments/me", "{\"quantity\": " + quantity + "}");
  }

  /** Moves an own deal on. */
  Http.Answer move(String dealId, String body) {
    return http.post("/deals/" + dealId + "/status", body);
  }

  /** Confirms having received. */
  Http.Answer receive(String dealId) {
    return http.send(
        "POST", "/deals/" + dealId + "/enrollments/me/receipt", "application/json", new byte[0]);
  }

  JsonObject view(String dealId) {
    Http.Answer answer = http.get("/deals/" + dealId);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }
}
