package kr.gonggu.member.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;

class MemberTest {

  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final PasswordHash FIRST = new PasswordHash("$argon2id$first");
  private static final PasswordHash SECOND = new PasswordHash("$argon2id$second");

  private final Member member =
      Member.join(UUID.randomUUID(), new Nickname("쌀집"), new Email("kim@example.com"), FIRST, NOW);

  @Test
  void whoJoinsLivesNowhereAndLooksForNothing() {
    assertThat(member.neighbourhood()).isEmpty();
    assertThat(member.keywords()).isEqualTo(new Keywords(List.of()));
    assertThat(member.joinedAt()).isEqualTo(NOW);
  }

  @Test
  void renamingToTheSameNameIsNoChange() {
    assertThat(member.rename(new Nickname("쌀집"))).isFalse();
    assertThat(member.rename(new Nickname("감귤집"))).isTrue();
    assertThat(member.nickname()).isEqualTo(new Nickname("감귤집"));
  }

  @Test
  void aNewPasswordMakesEarlierSessionsWorthless() {
    Session before = Session.begin(UUID.randomUUID(), member, "폰", NOW);

    member.changePassword(FIRST, SECOND);

    assertThat(before.trustedBy(member)).isFalse();
    assertThat(Session.begin(UUID.randomUUID(), member, "폰", NOW).trustedBy(member)).isTrue();
  }

  @Test
  void ofTwoWhoReplaceThePasswordAtOnceTheSecondIsRefused() {
    member.changePassword(FIRST, SECOND);

    assertThatThrownBy(() -> member.changePassword(FIRST, new PasswordHash("$argon2id$third")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(MemberError.PASSWORD_WRONG));
    assertThat(member.passwordHash()).isEqualTo(SECOND);
  }

  @Test
  void aDevicesNameIsMadeFitToBeShown() {
    assertThat(Session.begin(UUID.randomUUID(), member, " 내\n폰\u0007 ", NOW).device())
        .isEqualTo("내 폰");
    assertThat(Session.begin(UUID.randomUUID(), member, "x".repeat(500), NOW).device())
        .hasSize(100);
    assertThat(Session.begin(UUID.randomUUID(), member, null, NOW).device()).isEmpty();
  }
}
