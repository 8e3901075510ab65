package kr.gonggu.member.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Neighbourhood;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.PasswordHash;
import org.junit.jupiter.api.Test;

class ResponsesTest {

  private static final Jsonb JSONB = JsonbBuilder.create();

  private final Member member =
      Member.join(
          UUID.randomUUID(),
          new Nickname("쌀집"),
          new Email("kim@example.com"),
          new PasswordHash("$argon2id$"),
          Instant.EPOCH);

  @Test
  void whereNobodyLivesIsSaidRatherThanLeftOut() {
    assertThat(JSONB.toJson(ProfileResponse.of(member))).contains("\"neighbourhood\":null");
    assertThat(JSONB.toJson(PublicProfileResponse.of(member))).contains("\"neighbourhood\":null");
  }

  @Test
  void metresAreAWholeNumber() {
    member.moveTo(new Neighbourhood(37.5, 126.9, "여기", 2_000));

    assertThat(JSONB.toJson(ProfileResponse.of(member))).contains("\"radiusMeters\":2000}");
  }
}
