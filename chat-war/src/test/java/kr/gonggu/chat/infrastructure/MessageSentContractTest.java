package kr.gonggu.chat.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.MessageSent;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.Test;

/** What chat tells keeps its own contract. */
class MessageSentContractTest {

  private final Contracts contracts = Contracts.of("chat");

  @Test
  void everyContractBelongsToAnEventThatIsTold() {
    assertThat(contracts.types()).containsExactly("MessageSent");
  }

  @Test
  void theSampleKeepsTheSchemaAndBindsToThePayload() {
    assertThat(contracts.violations("MessageSent", contracts.sample("MessageSent"))).isEmpty();
    MessageSent sample = contracts.sample("MessageSent", MessageSent.class);
    assertThat(sample.seq()).isEqualTo(42);
    assertThat(sample.at()).isEqualTo(Instant.parse("2026-11-20T06:30:00.123456Z"));
    assertThat(sample.memberIds()).hasSize(2).containsAll(sample.lookingIds());
  }

  @Test
  void thePayloadKeepsTheSchema() {
    MessageSent withText = event("안녕하세요", null);
    MessageSent withPicture = event(null, UUID.randomUUID());
    assertThat(contracts.violations("MessageSent", withText)).isEmpty();
    assertThat(contracts.violations("MessageSent", withPicture)).isEmpty();
  }

  @Test
  void theSchemaWouldNoticeAMessageWithoutWords() {
    assertThat(contracts.violations("MessageSent", event(null, null))).isNotEmpty();
  }

  private static MessageSent event(String text, UUID imageId) {
    return new MessageSent(
        UUID.randomUUID(),
        "감귤",
        1,
        UUID.randomUUID(),
        "언니",
        text,
        imageId,
        Instant.parse("2026-11-20T06:30:00.000001Z"),
        List.of(UUID.randomUUID()),
        null);
  }
}
