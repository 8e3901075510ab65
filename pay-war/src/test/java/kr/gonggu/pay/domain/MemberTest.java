package kr.gonggu.pay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kr.gonggu.lib.id.UuidV7;
import org.junit.jupiter.api.Test;

class MemberTest {

  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void aMemberNobodyHasNamedYetCannotBePaid() {
    assertThat(new Member(UuidV7.next()).nickname()).isNull();
  }

  @Test
  void anyNameComesAfterNone() {
    assertThat(new Member(UuidV7.next()).namedAfter(MAY)).isFalse();
  }

  @Test
  void whoLosesANicknameStillKnowsWhenItWasTaken() {
    Member member = new Member(UuidV7.next());
    member.name("쌀집", MAY);

    member.loseNickname();

    assertThat(member.nickname()).isNull();
    assertThat(member.namedAfter(MAY.minusSeconds(1))).isTrue();
  }
}
