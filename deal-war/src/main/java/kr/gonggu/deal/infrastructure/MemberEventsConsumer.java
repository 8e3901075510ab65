package kr.gonggu.deal.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import kr.gonggu.deal.application.ForgetMember;
import kr.gonggu.deal.application.RenameMember;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears from member how people are called, and who has left. */
@ApplicationScoped
public class MemberEventsConsumer extends EventConsumer {

  @Inject DealRuntime runtime;
  @Inject RenameMember renameMember;
  @Inject ForgetMember forgetMember;

  /** Takes one event. */
  @Incoming("deal-member-events-in")
  public CompletionStage<Void> on(Message<String> message) {
    return receive(message);
  }

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void handle(IncomingEvent event) {
    switch (event.type()) {
      case "MemberJoined", "MemberChanged" -> {
        MemberNamed member = event.data(MemberNamed.class);
        renameMember.rename(member.memberId(), member.nickname());
      }
      case "MemberLeft" -> {
        MemberGone member = event.data(MemberGone.class);
        forgetMember.forget(member.memberId(), event.time());
      }
      default -> {
        // Not about who is who.
      }
    }
  }
}
