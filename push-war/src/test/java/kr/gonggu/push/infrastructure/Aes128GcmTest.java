package kr.gonggu.push.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import kr.gonggu.push.domain.P256;
import kr.gonggu.push.domain.Subscription;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5 and appendix A, and what a browser makes of ours. */
class Aes128GcmTest {

  private static final String PLAINTEXT = "When I grow up, I want to be a watermelon";
  private static final String OWN_PUBLIC =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String OWN_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String DEVICE_PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String DEVICE_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
          + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxs"
          + "j_Qulcy4a-fN";

  @Test
  void theExampleOfTheStandardComesOutByteForByte() {
    KeyPair own =
        new KeyPair(P256.publicKey(bytes(OWN_PUBLIC)), P256.privateKey(bytes(OWN_PRIVATE)));

    byte[] body =
        Aes128Gcm.encrypt(
            PLAINTEXT.getBytes(StandardCharsets.UTF_8),
            new Subscription.Keys(P256.publicKey(bytes(DEVICE_PUBLIC)), bytes(AUTH)),
            own,
            bytes(SALT));

    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body)).isEqualTo(BODY);
  }

  /** So that the browser of these tests can be believed when it reads ours. */
  @Test
  void theBrowserOfTheTestsReadsTheExampleOfTheStandard() {
    Browser browser = new Browser(new BigInteger(1, bytes(DEVICE_PRIVATE)), bytes(AUTH));

    assertThat(browser.p256dh()).isEqualTo(DEVICE_PUBLIC);
    assertThat(browser.read(bytes(BODY))).isEqualTo(PLAINTEXT);
  }

  @Test
  void whatIsSentOnlyItsDeviceReads() {
    Browser device = new Browser();
    Browser stranger = new Browser();
    String longest = "귤".repeat(Aes128Gcm.MOST_PLAINTEXT / 3);

    byte[] body = Aes128Gcm.encrypt(longest.getBytes(StandardCharsets.UTF_8), keys(device));
    byte[] again = Aes128Gcm.encrypt(longest.getBytes(StandardCharsets.UTF_8), keys(device));

    assertThat(device.read(body)).isEqualTo(longest);
    assertThat(again).as("never the same key twice").isNotEqualTo(body);
    assertThat(body.length).as("what every push service takes").isLessThanOrEqualTo(4096);
    assertThatThrownBy(() -> stranger.read(body)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsTooLongIsRefusedBeforeAPushServiceDoes() {
    assertThatThrownBy(
            () -> Aes128Gcm.encrypt(new byte[Aes128Gcm.MOST_PLAINTEXT + 1], keys(new Browser())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Subscription.Keys keys(Browser browser) {
    return new Subscription.Keys(P256.publicKey(bytes(browser.p256dh())), bytes(browser.auth()));
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
