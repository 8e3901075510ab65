package kr.gonggu.member.infrastructure;

import java.time.Instant;
import java.util.UUID;
import kr.gonggu.member.domain.Member;

/** Payload of {@code MemberJoined}. */
public record MemberJoined(UUID memberId, String nickname, Instant joinedAt) {

  static MemberJoined of(Member member) {
    return new MemberJoined(member.id(), member.nickname().value(), member.joinedAt());
  }
}
