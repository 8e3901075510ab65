package kr.gonggu.chat.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.chat.application.AdmitMember;
import kr.gonggu.chat.application.DismissMember;
import kr.gonggu.chat.application.EntitleRoom;
import kr.gonggu.chat.application.FollowDeal;
import kr.gonggu.chat.application.OpenRoom;
import kr.gonggu.chat.domain.DealStatus;
import kr.gonggu.chat.domain.Heading;
import kr.gonggu.chat.domain.Neighbour;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the deal service tells: rooms follow their deals. */
@ApplicationScoped
public class DealEventsConsumer extends EventConsumer {

  /** Cause of a cancelling whose reason the deal service worded. */
  private static final String HOST_LEFT = "HOST_LEFT";

  @Inject ChatRuntime runtime;
  @Inject OpenRoom openRoom;
  @Inject EntitleRoom entitleRoom;
  @Inject AdmitMember admitMember;
  @Inject DismissMember dismissMember;
  @Inject FollowDeal followDeal;

  /** Of {@code DealOpened}, what a room needs. */
  public record DealOpened(
      @NotNull UUID dealId,
      @NotBlank String title,
      UUID imageId,
      @NotNull UUID hostId,
      @NotBlank String hostNickname) {}

  /** Of {@code DealChanged}, what a room needs. */
  public record DealChanged(@NotNull UUID dealId, @NotBlank String title, UUID imageId) {}

  /** Of {@code EnrollmentConfirmed}, what a room needs. */
  public record EnrollmentConfirmed(
      @NotNull UUID dealId, @NotNull UUID memberId, @NotBlank String memberNickname) {}

  /** Of {@code EnrollmentCancelled}, what a room needs. */
  public record EnrollmentCancelled(@NotNull UUID dealId, @NotNull UUID memberId) {}

  /** Of {@code DealStatusChanged}, what a room needs. */
  public record DealStatusChanged(@NotNull UUID dealId, @NotNull DealStatus to, String note) {}

  /** Of {@code DealCancelled}, what a room needs. */
  public record DealCancelled(@NotNull UUID dealId, String cause, String reason) {

    /** What the host said; a reason that the deal service gave itself is nobody's words. */
    String hostsWords() {
      return HOST_LEFT.equals(cause) ? null : words(reason);
    }
  }

  /** Of {@code DealFull} and {@code DealExpired}, what a room needs. */
  public record DealMoved(@NotNull UUID dealId) {}

  /** One message of the topic. */
  @Incoming("chat-deal-events-in")
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
      case "DealOpened" -> {
        DealOpened opened = event.data(DealOpened.class);
        openRoom.open(
            opened.dealId(),
            new Heading(opened.title(), opened.imageId()),
            new Neighbour(opened.hostId(), opened.hostNickname()));
      }
      case "DealChanged" -> {
        DealChanged changed = event.data(DealChanged.class);
        entitleRoom.entitle(changed.dealId(), new Heading(changed.title(), changed.imageId()));
      }
      case "EnrollmentConfirmed" -> {
        EnrollmentConfirmed confirmed = event.data(EnrollmentConfirmed.class);
        admitMember.admit(
            confirmed.dealId(), new Neighbour(confirmed.memberId(), confirmed.memberNickname()));
      }
      case "EnrollmentCancelled" -> {
        EnrollmentCancelled cancelled = event.data(EnrollmentCancelled.class);
        dismissMember.dismiss(cancelled.dealId(), cancelled.memberId());
      }
      case "DealStatusChanged" -> {
        DealStatusChanged changed = event.data(DealStatusChanged.class);
        followDeal.dealBecame(changed.dealId(), changed.to(), words(changed.note()));
      }
      case "DealFull" -> moved(event, DealStatus.FULL);
      case "DealCancelled" -> {
        DealCancelled cancelled = event.data(DealCancelled.class);
        followDeal.dealBecame(cancelled.dealId(), DealStatus.CANCELLED, cancelled.hostsWords());
      }
      case "DealExpired" -> moved(event, DealStatus.EXPIRED);
      default -> {}
    }
  }

  /** A room is told of the deal whether or not there are words to it. */
  private static String words(String said) {
    return said == null || said.isBlank() ? null : said;
  }

  private void moved(IncomingEvent event, DealStatus status) {
    followDeal.dealBecame(event.data(DealMoved.class).dealId(), status, null);
  }
}
