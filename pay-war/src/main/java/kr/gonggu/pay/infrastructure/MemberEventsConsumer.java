package kr.gonggu.pay.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.pay.application.CloseWallet;
import kr.gonggu.pay.application.NameMember;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Listens to member. */
@ApplicationScoped
public class MemberEventsConsumer extends EventConsumer {

  @Inject PayRuntime runtime;
  @Inject NameMember nameMember;
  @Inject CloseWallet closeWallet;

  /** Takes the next event. */
  @Incoming("pay-member-events-in")
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
      case "MemberJoined" -> {
        MemberJoined joined = event.data(MemberJoined.class);
        nameMember.name(joined.memberId(), joined.nickname(), event.time());
      }
      case "MemberChanged" -> {
        MemberChanged changed = event.data(MemberChanged.class);
        nameMember.name(changed.memberId(), changed.nickname(), event.time());
      }
      case "MemberLeft" -> {
        MemberLeft left = event.data(MemberLeft.class);
        closeWallet.close(left.memberId(), left.leftAt());
      }
      default -> {
        // Not for pay.
      }
    }
  }
}
