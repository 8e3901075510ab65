package kr.gonggu.member.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.member.domain.AccessToken;
import kr.gonggu.member.domain.AccessTokens;
import kr.gonggu.member.domain.Attempts;
import kr.gonggu.member.domain.Email;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberError;
import kr.gonggu.member.domain.Members;
import kr.gonggu.member.domain.Nickname;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHash;
import kr.gonggu.member.domain.PasswordHashing;
import kr.gonggu.member.domain.RefreshToken;
import kr.gonggu.member.domain.Sessions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final PasswordHash HASH = new PasswordHash("$argon2id$old");

  private final Members members = mock();
  private final PasswordHashing hashing = mock();
  private final UpgradeHash upgradeHash = mock();
  private final Sessions sessions = mock();
  private final AccessTokens accessTokens = mock();
  private final Attempts attempts = mock();
  private final SignIn signIn = new SignIn();
  private final Member member =
      Member.join(UUID.randomUUID(), new Nickname("쌀집"), new Email("kim@example.com"), HASH, NOW);

  @BeforeEach
  void wire() {
    signIn.members = members;
    signIn.hashing = hashing;
    signIn.upgradeHash = upgradeHash;
    signIn.sessions = sessions;
    signIn.accessTokens = accessTokens;
    signIn.attempts = attempts;
    signIn.operators = new Operators(Optional.of(List.of("boss@example.com")));
    signIn.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    when(members.find(new Nickname("쌀집"))).thenReturn(Optional.of(member));
    when(members.find(new Email("kim@example.com"))).thenReturn(Optional.of(member));
    when(hashing.matches(new Password("right"), HASH)).thenReturn(true);
    when(sessions.begin(any())).thenReturn(new RefreshToken("family", "secret"));
    when(accessTokens.issue(any(), any(), any()))
        .thenReturn(new AccessToken("token", Duration.ofMinutes(10)));
  }

  @Test
  void eitherNameOpensTheDoor() {
    assertThat(signIn("쌀집", "right").member()).isSameAs(member);
    assertThat(signIn(" KIM@Example.com", "right").member()).isSameAs(member);
  }

  @Test
  void aWrongPasswordAndAnAccountThatIsNoneAreToldAlikeAndBothAreHashed() {
    Refusal wrong = refusal("쌀집", "wrong");
    Refusal unknown = refusal("nobody", "wrong");
    Refusal impossible = refusal("no such name!", "wrong");

    assertThat(wrong.code()).isEqualTo(MemberError.SIGN_IN_FAILED);
    assertThat(List.of(unknown, impossible))
        .allSatisfy(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(wrong.code());
              assertThat(refusal).hasMessage(wrong.getMessage());
              assertThat(refusal.violations()).isEqualTo(wrong.violations());
            });
    verify(hashing, org.mockito.Mockito.times(2)).matchNobody(new Password("wrong"));
    verify(sessions, never()).begin(any());
  }

  @Test
  void aHashOfYesterdaysParametersIsReplacedAtTheDoor() {
    PasswordHash better = new PasswordHash("$argon2id$better");
    when(hashing.outdated(HASH)).thenReturn(true);
    when(hashing.hash(new Password("right"))).thenReturn(better);

    signIn("쌀집", "right");

    verify(upgradeHash).upgrade(member, better);
  }

  @Test
  void whoGuessesIsCountedBeforeTheHashAndTheOwnersAttemptsAreForgotten() {
    refusal("쌀집", "wrong");
    verify(attempts, never()).forget(any());

    signIn("쌀집", "right");
    verify(attempts).forget(any());
    verify(attempts, org.mockito.Mockito.times(2)).count(any());
  }

  private SignedIn signIn(String login, String password) {
    return signIn.signIn(login, password, "폰", "203.0.113.7");
  }

  private Refusal refusal(String login, String password) {
    return catchThrowableOfType(Refusal.class, () -> signIn(login, password));
  }
}
