package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import kr.gonggu.lib.id.UuidV7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxTest {

  private static final UUID MEMBER = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000a1");

  @Test
  void theFirstIdIsAFreshOne() {
    UUID fresh = UuidV7.next();

    assertThat(new Mailbox(MEMBER, Mailbox.NONE).next(fresh)).isEqualTo(fresh);
  }

  @Test
  void aFreshIdAfterTheLastIsTaken() {
    UUID last = UuidV7.next();
    UUID fresh = UuidV7.next();

    assertThat(new Mailbox(MEMBER, last).next(fresh)).isEqualTo(fresh);
  }

  /** Another instance's clock is ahead: its id is the last, and ours must still be greater. */
  @ParameterizedTest
  @CsvSource({
    "01937b1e-6c00-7a10-8c00-0000000000d1, 01937b1e-6c00-7a10-8c00-0000000000d2",
    "01937b1e-6c00-7a10-8c00-ffffffffffff, 01937b1e-6c00-7a10-8c01-000000000000",
    "01937b1e-6c00-7fff-bfff-ffffffffffff, 01937b1e-6c01-7fff-8000-000000000000",
  })
  void anOlderIdGivesWayToTheSuccessorOfTheLast(UUID last, UUID next) {
    UUID older = UUID.fromString("01937b1e-0000-7a10-8c00-000000000000");

    UUID given = new Mailbox(MEMBER, last).next(older);

    assertThat(given).isEqualTo(next);
    assertThat(given.toString()).isGreaterThan(last.toString());
    assertThat(given.version()).isEqualTo(7);
    assertThat(given.variant()).isEqualTo(2);
  }

  @Test
  void theSameIdIsNeverGivenTwice() {
    UUID last = UuidV7.next();

    assertThat(new Mailbox(MEMBER, last).next(last)).isNotEqualTo(last);
  }

  /** As the database compares, which has them as text; Java's own order has signed halves. */
  @ParameterizedTest
  @CsvSource({
    "7fffffff-0000-7000-8000-000000000000, 80000000-0000-7000-8000-000000000000",
    "01937b1e-6c00-7a10-8c00-000000000000, 01937b1e-6c00-7a10-bc00-000000000000",
    "00000000-0000-0000-0000-000000000000, 01937b1e-6c00-7a10-8c00-000000000000",
  })
  void idsAreOrderedAsText(UUID less, UUID greater) {
    assertThat(Mailbox.isAfter(greater, less)).isTrue();
    assertThat(Mailbox.isAfter(less, greater)).isFalse();
    assertThat(Mailbox.isAfter(less, less)).isFalse();
  }
}
