package kr.gonggu.member.infrastructure;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code MemberLeft}. */
public record MemberLeft(UUID memberId, Instant leftAt) {}
