package kr.gonggu.member.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorsTest {

  private static final String ID = "01937b1e-6c00-7a10-8c00-0000000000b2";

  private final Member member =
      Member.join(
          UUID.fromString(ID),
          new Nickname("Boss.01"),
          new Email("boss@example.com"),
          new PasswordHash("$argon2id$"),
          Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(strings = {ID, "boss@example.com", "Boss@Example.com ", "boss.01", "BOSS.01"})
  void whoIsNamedByIdAddressOrNicknameIsAnOperator(String name) {
    assertThat(groups(List.of("somebody", name))).containsExactlyInAnyOrder("member", "admin");
  }

  @Test
  void everybodyElseIsAMember() {
    assertThat(groups(List.of("boss", "", " ", "example.com"))).containsExactly("member");
    assertThat(new Operators(Optional.empty()).groups(member)).containsExactly("member");
  }

  private java.util.Set<String> groups(List<String> names) {
    return new Operators(Optional.of(names)).groups(member);
  }
}
