package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.Announce;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.DealRef;
import kr.gonggu.push.domain.Neighbour;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the chat service tells. */
@ApplicationScoped
public class ChatEventsConsumer extends EventConsumer {

  @Inject PushRuntime runtime;
  @Inject Announce announce;

  /**
   * Of {@code MessageSent}, what is told; the words stay in their room.
   *
   * @param lookingIds who has the room in view at that moment and need not be told; may be missing
   */
  public record MessageSent(
      @NotNull UUID roomId,
      @NotBlank String dealTitle,
      @NotNull UUID senderId,
      @NotBlank String senderNickname,
      @NotNull Instant at,
      @NotNull List<@NotNull UUID> memberIds,
      List<@NotNull UUID> lookingIds) {

    Announcement announcement() {
      Set<UUID> looking = lookingIds == null ? Set.of() : Set.copyOf(lookingIds);
      return Announcement.messageSent(
          new DealRef(roomId, dealTitle),
          new Neighbour(senderId, senderNickname),
          memberIds.stream().filter(member -> !looking.contains(member)).toList(),
          at);
    }
  }

  /** One message of the topic. */
  @Incoming("push-chat-events-in")
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
      case "MessageSent" -> announce.announce(event.data(MessageSent.class).announcement());
      default -> {}
    }
  }
}
