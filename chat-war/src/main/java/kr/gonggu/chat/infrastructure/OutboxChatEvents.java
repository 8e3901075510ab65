package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kr.gonggu.chat.domain.ChatEvents;
import kr.gonggu.chat.domain.MessageSent;

/** Tells events through the outbox. */
@ApplicationScoped
public class OutboxChatEvents implements ChatEvents {

  @Inject ChatRuntime runtime;

  @Override
  public void messageSent(MessageSent event) {
    runtime.outbox().publish("MessageSent", event.roomId(), event);
  }
}
