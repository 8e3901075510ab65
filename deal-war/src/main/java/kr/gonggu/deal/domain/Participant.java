package kr.gonggu.deal.domain;

import java.util.UUID;

/** A member who joined a deal. */
public record Participant(UUID memberId, String nickname, EnrollmentView enrollment) {}
