package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kr.gonggu.chat.domain.ChatEvents;
import kr.gonggu.chat.domain.MessageSent;

/** Tells events through the outbox. */
@ApplicationScoped
public class OutboxChatEvents implements ChatEvents {

  @Inject ChatRuntime runtime;

  @Override
  public void messagesSent(UUID roomId, List<MessageSent> events) {
    runtime.outbox().publishAll("MessageSent", roomId, events);
  }
}
