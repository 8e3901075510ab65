package kr.gonggu.member.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Keywords;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Neighbourhood;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.PasswordHash;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really told keeps what the contracts promise. */
class MemberContractTest {

  private static final Contracts CONTRACTS = Contracts.of("member");

  private final Member member =
      Member.join(
          UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000b2"),
          new Nickname("망원동쌀집"),
          new Email("kim@example.com"),
          new PasswordHash("$argon2id$secret"),
          Instant.parse("2026-11-23T01:00:00.123456Z"));

  @Test
  void thereIsAContractForEachEvent() {
    assertThat(CONTRACTS.types()).containsExactly("MemberChanged", "MemberJoined", "MemberLeft");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MemberJoined", "MemberChanged", "MemberLeft"})
  void theSampleKeepsItsSchema(String type) {
    assertThat(CONTRACTS.violations(type, CONTRACTS.sample(type))).isEmpty();
  }

  @Test
  void whoJoinedIsToldAsInTheSample() {
    assertTold("MemberJoined", MemberJoined.of(member));
  }

  @Test
  void whoLeftIsToldAsInTheSample() {
    assertTold(
        "MemberLeft", new MemberLeft(member.id(), Instant.parse("2026-11-23T01:00:00.123456Z")));
  }

  @Test
  void whoChangedIsToldAsInTheSample() {
    member.moveTo(new Neighbourhood(37.5559, 126.9019, "마포구 망원동", 2_000));
    member.lookFor(new Keywords(List.of("감귤", "쌀")));

    assertTold("MemberChanged", MemberChanged.of(member));
  }

  @Test
  void withoutANeighbourhoodThereIsNoneInTheEvent() {
    MemberChanged changed = MemberChanged.of(member);

    assertThat(CONTRACTS.violations("MemberChanged", changed)).isEmpty();
    assertThat(json(JsonbBuilder.create().toJson(changed))).doesNotContainKey("neighbourhood");
  }

  @Test
  void neitherAddressNorPasswordNorTheExactPlaceIsTold() {
    member.moveTo(new Neighbourhood(37.5559, 126.9019, "마포구 망원동", 2_000));

    assertThat(JsonbBuilder.create().toJson(MemberChanged.of(member)))
        .doesNotContain("example.com", "argon2id", "37.5559", "126.9019");
  }

  private static void assertTold(String type, Object payload) {
    assertThat(CONTRACTS.violations(type, payload)).isEmpty();
    assertThat(json(JsonbBuilder.create().toJson(payload))).isEqualTo(json(CONTRACTS.sample(type)));
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
