package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.Announce;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.Neighbour;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the pay service tells. */
@ApplicationScoped
public class PayEventsConsumer extends EventConsumer {

  @Inject PushRuntime runtime;
  @Inject Announce announce;

  /** Of {@code MoneyRemitted}, what is told. */
  public record MoneyRemitted(
      @NotNull UUID transferId,
      @NotNull UUID fromId,
      @NotBlank String fromNickname,
      @NotNull UUID toId,
      @Positive long amount,
      UUID dealId,
      String memo,
      @NotNull Instant at) {

    Announcement announcement() {
      return Announcement.moneyReceived(
          transferId, new Neighbour(fromId, fromNickname), toId, amount, dealId, memo, at);
    }
  }

  /** One message of the topic. */
  @Incoming("push-pay-events-in")
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
      case "MoneyRemitted" -> announce.announce(event.data(MoneyRemitted.class).announcement());
      default -> {}
    }
  }
}
