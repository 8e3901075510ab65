package kr.gonggu.member.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.MemberEvents;

/** Tells events through the outbox, keyed by member: the events of one member keep their order. */
@ApplicationScoped
public class OutboxMemberEvents implements MemberEvents {

  @Inject MemberRuntime runtime;

  @Override
  public void joined(Member member) {
    runtime.outbox().publish("MemberJoined", member.id(), MemberJoined.of(member));
  }

  @Override
  public void left(Member member, Instant at) {
    runtime.outbox().publish("MemberLeft", member.id(), new MemberLeft(member.id(), at));
  }

  @Override
  public void changed(Member member) {
    runtime.outbox().publish("MemberChanged", member.id(), MemberChanged.of(member));
  }
}
