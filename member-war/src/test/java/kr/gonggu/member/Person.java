package kr.gonggu.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import kr.gonggu.testkit.Http;
import kr.gonggu.testkit.Http.Answer;
import kr.gonggu.testkit.ServiceUnderTest;

/**
 * Somebody with names that nobody else in this build has.
 *
 * @param id null before signing up
 */
record Person(UUID id, String nickname, String email, String password) {

  static final String PASSWORD = "망원동 쌀집 앞 고양이";

  /** Waits for schema, Redis and keys, as a gateway does. */
  static void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Http.at(ServiceUnderTest.server()).get("/health/ready").status() == 200);
  }

  /** Somebody who is no member yet. */
  static Person stranger() {
    String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return new Person(null, "이웃." + unique, unique + "@example.com", PASSWORD);
  }

  /** A member. */
  static Person member() {
    return stranger().signUp();
  }

  Person signUp() {
    Answer answer = trySignUp();
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return new Person(UUID.fromString(answer.json().getString("id")), nickname, email, password);
  }

  Answer trySignUp() {
    return ServiceUnderTest.http().post("/members", form().toString());
  }

  JsonObject form() {
    return Json.createObjectBuilder()
        .add("email", email)
        .add("password", password)
        .add("nickname", nickname)
        .build();
  }

  Person called(String other) {
    return new Person(id, other, email, password);
  }

  Person reachedAt(String other) {
    return new Person(id, nickname, other, password);
  }

  Person withPassword(String other) {
    return new Person(id, nickname, email, other);
  }

  /** Signs in on a device of that name. */
  Device signIn(String device) {
    Answer answer = trySignIn(nickname, device);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return new Device(answer);
  }

  Device signIn() {
    return signIn("폰");
  }

  Answer trySignIn(String login, String device) {
    return ServiceUnderTest.http()
        .post(
            "/sessions",
            Json.createObjectBuilder()
                .add("login", login)
                .add("password", password)
                .add("device", device)
                .build()
                .toString());
  }
}
