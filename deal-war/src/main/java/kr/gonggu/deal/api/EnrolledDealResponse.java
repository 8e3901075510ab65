package kr.gonggu.deal.api;

import kr.gonggu.deal.domain.EnrolledDeal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deal the reader joined, with its enrolment. */
@Schema(description = "A deal the reader joined, with its enrolment")
public record EnrolledDealResponse(
    @Schema(required = true) DealSummaryResponse deal,
    @Schema(required = true) EnrollmentResponse enrollment) {

  static EnrolledDealResponse of(EnrolledDeal enrolled) {
    return new EnrolledDealResponse(
        DealSummaryResponse.of(enrolled.deal()), EnrollmentResponse.of(enrolled.enrollment()));
  }
}
