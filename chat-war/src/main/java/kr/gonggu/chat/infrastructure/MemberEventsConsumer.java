package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.chat.application.LeaveMarket;
import kr.gonggu.chat.application.RememberMember;
import kr.gonggu.chat.domain.Neighbour;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the member service tells: names, and who left the market. */
@ApplicationScoped
public class MemberEventsConsumer extends EventConsumer {

  @Inject ChatRuntime runtime;
  @Inject RememberMember rememberMember;
  @Inject LeaveMarket leaveMarket;

  /** Of {@code MemberJoined} and {@code MemberChanged}, what chat needs. */
  public record MemberNamed(@NotNull UUID memberId, @NotBlank String nickname) {}

  /** Of {@code MemberLeft}, what chat needs. */
  public record MemberLeft(@NotNull UUID memberId) {}

  /** One message of the topic. */
  @Incoming("chat-member-events-in")
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
        MemberNamed named = event.data(MemberNamed.class);
        rememberMember.remember(new Neighbour(named.memberId(), named.nickname()));
      }
      case "MemberLeft" -> leaveMarket.leave(event.data(MemberLeft.class).memberId());
      default -> {}
    }
  }
}
