package kr.gonggu.member.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import kr.gonggu.member.domain.Password;
import kr.gonggu.member.domain.PasswordHash;
import org.junit.jupiter.api.Test;

class Argon2PasswordHashingTest {

  private static final Password PASSWORD = new Password("망원동 쌀집 앞 고양이");

  /** Made by the reference implementation (argon2-cffi, libargon2). */
  private static final PasswordHash PRESENT =
      new PasswordHash(
          "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
              + "$ayAk9wqelYltYSC1MjKbPSYW8syGqf5YDRm1VThbjFM");

  private static final PasswordHash WEAKER =
      new PasswordHash(
          "$argon2id$v=19$m=8192,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
              + "$/+Yp/k8cnCoK048E9iQ7QGJPsgnAfKOT1pQwnZ9Kptc");

  private final Argon2PasswordHashing hashing = new Argon2PasswordHashing(Optional.of(1));

  @Test
  void aHashFitsItsPasswordAndNoOther() {
    PasswordHash hash = hashing.hash(PASSWORD);

    assertThat(hashing.matches(PASSWORD, hash)).isTrue();
    assertThat(hashing.matches(new Password("망원동 쌀집 앞 강아지"), hash)).isFalse();
  }

  @Test
  void theSamePasswordIsNeverHashedAlike() {
    assertThat(hashing.hash(PASSWORD)).isNotEqualTo(hashing.hash(PASSWORD));
  }

  @Test
  void newHashesHaveTheParametersThatOwaspNames() {
    assertThat(hashing.hash(PASSWORD).phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hashing.outdated(hashing.hash(PASSWORD))).isFalse();
  }

  @Test
  void hashesOfTheReferenceImplementationFit() {
    assertThat(hashing.matches(PASSWORD, PRESENT)).isTrue();
    assertThat(hashing.matches(PASSWORD, WEAKER)).isTrue();
    assertThat(hashing.matches(new Password("another one"), WEAKER)).isFalse();
  }

  @Test
  void aHashWithOtherParametersIsToBeReplaced() {
    assertThat(hashing.outdated(WEAKER)).isTrue();
    assertThat(hashing.outdated(PRESENT)).isFalse();
  }

  @Test
  void whatIsNoHashOfThisKindIsNotGuessedAt() {
    assertThatThrownBy(() -> hashing.matches(PASSWORD, new PasswordHash("$2a$10$abcdefgh")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("$2a$");
  }
}
