package kr.gonggu.deal.domain;

/** A deal that a member joined, with its enrolment. */
public record EnrolledDeal(DealSummary deal, EnrollmentView enrollment) {}
