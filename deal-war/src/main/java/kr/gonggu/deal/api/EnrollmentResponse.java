package kr.gonggu.deal.api;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.deal.domain.EnrollmentStatus;
import kr.gonggu.deal.domain.EnrollmentView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One member's shares in a deal.
 *
 * @param amount what the shares cost, in won
 * @param receivedAt when the participant confirmed that it has the goods, or null
 */
@Schema(description = "One member's shares in a deal")
public record EnrollmentResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, example = "2") int quantity,
    @Schema(required = true, description = "What the shares cost, in won", example = "6000")
        long amount,
    @Schema(required = true) EnrollmentStatus status,
    @Schema(required = true) Instant joinedAt,
    @Schema(description = "When the participant confirmed that it has the goods, if it has")
        Instant receivedAt) {

  static EnrollmentResponse of(EnrollmentView enrollment) {
    return new EnrollmentResponse(
        enrollment.id(),
        enrollment.quantity(),
        enrollment.amount(),
        enrollment.status(),
        enrollment.joinedAt(),
        enrollment.receivedAt());
  }
}
