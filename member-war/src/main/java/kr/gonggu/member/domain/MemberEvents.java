package kr.gonggu.member.domain;

/** Port: what other services are told of members, in the transaction that changes them. */
public interface MemberEvents {

  /** Somebody signed up. */
  void joined(Member member);

  /** Nickname, neighbourhood or keywords are others now. */
  void changed(Member member);
}
