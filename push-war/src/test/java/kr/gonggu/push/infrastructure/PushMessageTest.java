package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.UUID;
import kr.gonggu.push.domain.Facts;
import kr.gonggu.push.domain.Neighbour;
import kr.gonggu.push.domain.Notification;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PushMessageTest {

  private static final UUID DEAL = UUID.fromString("01937b1e-6c00-7a10-8c00-0000000000d1");

  @ParameterizedTest
  @EnumSource(NotificationKind.class)
  void howeverLongTheTextsAreItFitsIntoOnePush(NotificationKind kind) {
    String endless = "🍊".repeat(2_000);

    byte[] message =
        message(
            kind,
            new Facts(
                endless, 1000, Long.MAX_VALUE, 1, 1, endless, endless, 24, "READY", endless, "귤"),
            new Target(DEAL, DEAL, null));

    assertThat(message.length).isLessThan(Aes128Gcm.MOST_PLAINTEXT + 1);
    assertThat(json(message).getJsonObject("params").getString("title")).endsWith("🍊…");
  }

  @Test
  void whatAKindDoesNotHaveIsLeftOut() {
    byte[] message =
        message(
            NotificationKind.DEAL_CLOSING_SOON,
            new Facts("감귤", null, null, null, null, null, null, 24, null, null, null),
            new Target(DEAL, null, null));

    JsonObject json = json(message);
    assertThat(json.getJsonObject("params").keySet())
        .containsExactlyInAnyOrder("nickname", "title", "hoursLeft", "count");
    assertThat(json.getString("url")).isEqualTo("/deals/" + DEAL);
    assertThat(json.getString("tag")).hasSizeLessThanOrEqualTo(32);
  }

  private static byte[] message(NotificationKind kind, Facts facts, Target target) {
    return PushMessage.of(
        new Notification(
            UUID.randomUUID(),
            UUID.randomUUID(),
            kind,
            new Neighbour(UUID.randomUUID(), "달빛이웃"),
            facts,
            target,
            1,
            Instant.EPOCH,
            false));
  }

  private static JsonObject json(byte[] message) {
    return Json.createReader(new ByteArrayInputStream(message)).readObject();
  }
}
