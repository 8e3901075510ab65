package kr.gonggu.member.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import kr.gonggu.member.domain.RefreshToken;
import org.junit.jupiter.api.Test;

class RefreshSecretsTest {

  private final RefreshSecrets secrets = new RefreshSecrets();

  @Test
  void aSuccessorIsOpenedWithItsPredecessorOnly() {
    String old = secrets.newSecret();
    String next = secrets.newSecret();

    String sealed = secrets.seal(next, old);

    assertThat(secrets.open(sealed, old)).isEqualTo(next);
    assertThat(sealed).isNotEqualTo(next);
    assertThat(secrets.open(sealed, secrets.newSecret())).isNotEqualTo(next);
  }

  @Test
  void theyAreFitForATokenAndNeverTwice() {
    RefreshToken token = new RefreshToken(secrets.newFamily(), secrets.newSecret());

    assertThat(RefreshToken.parse(token.text())).contains(token);
    assertThat(secrets.newSecret()).isNotEqualTo(secrets.newSecret());
  }

  @Test
  void aFingerprintIsSha256() {
    assertThat(secrets.fingerprint("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
