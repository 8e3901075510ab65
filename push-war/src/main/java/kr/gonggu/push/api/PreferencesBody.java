package kr.gonggu.push.api;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.push.domain.NotificationKind;
import kr.gonggu.push.domain.Preferences;
import kr.gonggu.push.domain.QuietHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a member wants to be pushed, and when.
 *
 * @param muted kinds that never call a device; every other one does, also one that comes later
 * @param quietHours when only money calls, or null for never
 */
@Schema(
    name = "PushPreferences",
    description =
        "What calls the member's devices, and when. The inbox holds everything in any case.")
public record PreferencesBody(
    @NotNull
        @Size(max = 50)
        @Schema(
            required = true,
            description = "Kinds that never call a device; every other one does",
            example = "[\"ENROLLMENT_CHANGED\"]")
        List<@NotNull NotificationKind> muted,
    @JsonbNillable
        @Valid
        @Schema(
            required = true,
            nullable = true,
            description = "When only money calls a device, or null for never")
        QuietHoursBody quietHours) {

  /**
   * A part of the day, Asia/Seoul.
   *
   * @param from first minute of it
   * @param until first minute after it
   */
  @Schema(
      name = "QuietHours",
      description =
          "A part of the day in the time of Seoul, over midnight when until is before from. What"
              + " is told then is pushed at its end, unless it was read or is over; money is pushed"
              + " at once.")
  // Yasson asks the type and not the property whether a missing object is written as null.
  @JsonbNillable
  public record QuietHoursBody(
      @NotNull
          @Pattern(regexp = MINUTE)
          @Schema(required = true, description = "HH:mm", example = "22:00")
          String from,
      @NotNull
          @Pattern(regexp = MINUTE)
          @Schema(required = true, description = "HH:mm", example = "08:00")
          String until) {

    private static final String MINUTE = "([01][0-9]|2[0-3]):[0-5][0-9]";
  }

  static PreferencesBody of(Preferences preferences) {
    QuietHours quiet = preferences.quietHours();
    return new PreferencesBody(
        preferences.muted().stream().sorted().toList(),
        quiet == null
            ? null
            : new QuietHoursBody(quiet.from().toString(), quiet.until().toString()));
  }

  /**
   * The preferences.
   *
   * @throws Refusal {@code VALIDATION_FAILED} when the quiet hours end where they begin
   */
  Preferences preferences() {
    if (quietHours == null) {
      return new Preferences(Set.copyOf(muted), null);
    }
    if (quietHours.from().equals(quietHours.until())) {
      throw Refusal.field(
          CommonError.VALIDATION_FAILED, "quietHours.until", "must differ from quietHours.from");
    }
    return new Preferences(
        Set.copyOf(muted),
        new QuietHours(LocalTime.parse(quietHours.from()), LocalTime.parse(quietHours.until())));
  }
}
