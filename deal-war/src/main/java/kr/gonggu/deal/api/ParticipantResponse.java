package kr.gonggu.deal.api;

import kr.gonggu.deal.domain.Participant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member who joined a deal. */
@Schema(description = "A member who joined a deal")
public record ParticipantResponse(
    @Schema(required = true) Neighbor member,
    @Schema(required = true) EnrollmentResponse enrollment) {

  static ParticipantResponse of(Participant participant) {
    return new ParticipantResponse(
        new Neighbor(participant.memberId(), participant.nickname()),
        EnrollmentResponse.of(participant.enrollment()));
  }
}
