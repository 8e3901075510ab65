package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.RenameMember;
import kr.gonggu.push.domain.Neighbour;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the member service tells. */
@ApplicationScoped
public class MemberEventsConsumer extends EventConsumer {

  @Inject PushRuntime runtime;
  @Inject RenameMember renameMember;

  /** Of {@code MemberJoined} and {@code MemberChanged}, what notifications show. */
  public record MemberNamed(@NotNull UUID memberId, @NotBlank String nickname) {

    Neighbour neighbour() {
      return new Neighbour(memberId, nickname);
    }
  }

  /** One message of the topic. */
  @Incoming("push-member-events-in")
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
      case "MemberJoined", "MemberChanged" ->
          renameMember.rename(event.data(MemberNamed.class).neighbour());
      default -> {}
    }
  }
}
