package kr.gonggu.member.domain;

import java.time.Instant;

/** Port: what other services are told of members, in the transaction that changes them. */
public interface MemberEvents {

  /** Somebody signed up. */
  void joined(Member member);

  /** Nickname, neighbourhood or keywords are others now. */
  void changed(Member member);

  /** Somebody leaves for good. */
  void left(Member member, Instant at);
}
