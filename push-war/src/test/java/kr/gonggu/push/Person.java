package kr.gonggu.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.ServiceUnderTest;

/**
 * A member of a test's own.
 *
 * @param id member id
 * @param nickname as the access token says
 */
record Person(UUID id, String nickname) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Waits until the service is ready: it answers before its schema is current. */
  static void awaitService() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Http.at(ServiceUnderTest.server()).get("/health/ready").status() == 200);
  }

  static Person called(String nickname) {
    return new Person(UuidV7.next(), nickname);
  }

  String token() {
    return ServiceUnderTest.tokens().member(id, nickname);
  }

  Http http() {
    return ServiceUnderTest.http().as(token());
  }

  /** The newest notifications. */
  List<JsonObject> inbox() {
    Http.Answer answer = http().get("/inbox?limit=100");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  /** The newest notifications, as soon as there are so many. */
  List<JsonObject> inbox(int size) {
    return await().atMost(PATIENCE).until(this::inbox, items -> items.size() >= size);
  }

  long unread() {
    Http.Answer answer = http().get("/inbox/unread-count");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().getJsonNumber("count").longValue();
  }

  /** Marks as read; gives what is still unread. */
  long read(String upTo) {
    Http.Answer answer = http().put("/inbox/read", "{\"upTo\":\"" + upTo + "\"}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().getJsonNumber("count").longValue();
  }

  /** Chooses what calls the devices. */
  void prefers(String preferences) {
    Http.Answer answer = http().put("/preferences", preferences);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }
}
