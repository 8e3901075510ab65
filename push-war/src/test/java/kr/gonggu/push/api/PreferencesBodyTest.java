package kr.gonggu.push.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Set;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Preferences;
import org.junit.jupiter.api.Test;

class PreferencesBodyTest {

  private static final Jsonb JSONB = JsonbBuilder.create();

  /** The client's types say that it is there, and null for never. */
  @Test
  void whoWantsNoQuietHoursIsToldSo() {
    Preferences never = new Preferences(Set.of(NotificationKind.CHAT_MESSAGE), null);

    String json = JSONB.toJson(PreferencesBody.of(never));

    assertThat(json).isEqualTo("{\"muted\":[\"CHAT_MESSAGE\"],\"quietHours\":null}");
    assertThat(JSONB.fromJson(json, PreferencesBody.class).preferences()).isEqualTo(never);
  }

  @Test
  void quietHoursSurviveTheWire() {
    String json = JSONB.toJson(PreferencesBody.of(Preferences.USUAL));

    assertThat(json)
        .isEqualTo("{\"muted\":[],\"quietHours\":{\"from\":\"22:00\",\"until\":\"08:00\"}}");
    assertThat(JSONB.fromJson(json, PreferencesBody.class).preferences())
        .isEqualTo(Preferences.USUAL);
  }
}
