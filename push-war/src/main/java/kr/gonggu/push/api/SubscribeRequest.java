package kr.gonggu.push.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.push.domain.P256;
import kr.gonggu.push.domain.Subscription;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code PushSubscription.toJSON()} gives in a browser, and what the member calls the device.
 *
 * @param endpoint where the push service takes messages for it
 * @param keys with which they are encrypted
 * @param device what the member calls it, or null
 */
@Schema(name = "Subscribe", description = "As PushSubscription.toJSON() gives it")
public record SubscribeRequest(
    @NotBlank
        @Size(max = 1024)
        @Schema(
            required = true,
            description =
                "https address at a known push service (Google, Mozilla, Microsoft, Apple)",
            example = "https://fcm.googleapis.com/fcm/send/fIp9kJ2mQ0c:APA91bHexample")
        String endpoint,
    @NotNull @Valid @Schema(required = true) KeysBody keys,
    @Size(max = 80)
        @Schema(
            nullable = true,
            description = "What the member calls the device",
            example = "내 휴대폰 크롬")
        String device) {

  /** A character set's blanks aside, what the device was called; null when nothing is left. */
  String deviceName() {
    return device == null || device.isBlank() ? null : device.strip();
  }

  /**
   * Keys of a device.
   *
   * @param p256dh its public key on the curve P-256: 65 bytes in base64url
   * @param auth 16 bytes in base64url
   */
  @Schema(name = "SubscriptionKeys", description = "base64url (RFC 8291, section 3)")
  public record KeysBody(
      @NotBlank
          @Size(max = 100)
          @Schema(
              required = true,
              description = "The device's public key on the curve P-256, 65 bytes",
              example =
                  "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
          String p256dh,
      @NotBlank
          @Size(max = 40)
          @Schema(
              required = true,
              description = "16 bytes that only the device and this service know",
              example = "BTBZMqHH6r4Tts7J_aSIgg")
          String auth) {

    /**
     * The keys, once they are known to be some.
     *
     * @throws Refusal {@code VALIDATION_FAILED} with the field at fault
     */
    Subscription.Keys keys() {
      byte[] secret = bytes("keys.auth", auth);
      if (secret.length != Subscription.Keys.AUTH_BYTES) {
        throw invalid("keys.auth", "must be 16 bytes");
      }
      try {
        return new Subscription.Keys(P256.publicKey(bytes("keys.p256dh", p256dh)), secret);
      } catch (IllegalArgumentException e) {
        throw invalid("keys.p256dh", "must be a public key on the curve P-256");
      }
    }

    private static byte[] bytes(String field, String text) {
      try {
        // Some browsers' libraries pad, some do not.
        return Base64.getUrlDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        throw invalid(field, "must be base64url");
      }
    }

    private static Refusal invalid(String field, String message) {
      return Refusal.field(CommonError.VALIDATION_FAILED, field, message);
    }
  }
}
