package kr.gonggu.push.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import kr.gonggu.lib.error.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushServicesTest {

  private final PushServices services =
      new PushServices(Set.of("http://127.0.0.1:4501", "https://push.example.com:8443/"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/fIp9kJ2mQ0c:APA91bH",
        "https://fcm.googleapis.com:443/wp/fIp9kJ2mQ0c",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAAAB",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2b",
        "https://web.push.apple.com/QGuQyavXutnMH",
        "http://127.0.0.1:4501/push/1",
        "https://push.example.com:8443/1"
      })
  void theBrowsersPushServicesAndTheOperatorsAreKnown(String endpoint) {
    assertThat(services.endpoint(endpoint)).hasToString(endpoint);
  }

  /** What would let a member make the server call whom they like. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/fcm/send/1",
        "https://fcm.googleapis.com:8443/fcm/send/1",
        "https://fcm.googleapis.com",
        "https://fcm.googleapis.com/",
        "https://fcm.googleapis.com@169.254.169.254/latest/meta-data",
        "https://user:secret@fcm.googleapis.com/fcm/send/1",
        "https://fcm.googleapis.com.evil.example/1",
        "https://evilpush.apple.com/1",
        "https://push.apple.com.evil.example/1",
        "https://evil.example/#.push.apple.com",
        "https://evil.example\\.push.apple.com/1",
        "https://evil.example/.push.apple.com",
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/1",
        "https://[::1]/1",
        "https://2130706433/1",
        "http://127.0.0.1:4502/push/1",
        "https://127.0.0.1:4501/push/1",
        "http://127.0.0.1:45010/push/1",
        "http://localhost:4501/push/1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//fcm.googleapis.com/1",
        "/fcm/send/1",
        "fcm.googleapis.com",
        "https://fcm.googleapis.com/a b",
        "https://fcm.googleapis.com/a\r\nHost: evil.example",
        "https://ⓕcm.googleapis.com/1",
        ""
      })
  void whateverElseIsRefused(String endpoint) {
    assertThatThrownBy(() -> services.endpoint(endpoint))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(PushError.PUSH_SERVICE_UNKNOWN));
  }

  @Test
  void anEndlessEndpointIsRefused() {
    assertThatThrownBy(() -> services.endpoint("https://web.push.apple.com/" + "a".repeat(1024)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void anOriginIsWrittenWithoutItsUsualPort() {
    assertThat(PushServices.origin(URI.create("HTTPS://Web.Push.Apple.com:443/x")))
        .isEqualTo("https://web.push.apple.com");
    assertThat(PushServices.origin(URI.create("http://127.0.0.1:4501/x")))
        .isEqualTo("http://127.0.0.1:4501");
  }
}
