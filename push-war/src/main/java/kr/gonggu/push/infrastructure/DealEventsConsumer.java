package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.AlertWaitingMembers;
import kr.gonggu.push.application.Announce;
import kr.gonggu.push.domain.Announcement;
import kr.gonggu.push.domain.DealRef;
import kr.gonggu.push.domain.Neighbour;
import kr.gonggu.push.domain.Shares;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the deal service tells. */
@ApplicationScoped
public class DealEventsConsumer extends EventConsumer {

  /** Cause of a cancelling whose reason the deal service worded. */
  private static final String HOST_LEFT = "HOST_LEFT";

  @Inject PushRuntime runtime;
  @Inject Announce announce;
  @Inject AlertWaitingMembers alertWaitingMembers;

  /** Of {@code EnrollmentConfirmed}, {@code …Changed} and {@code …Cancelled}, what is told. */
  public record Enrollment(
      @NotNull UUID dealId,
      @NotBlank String dealTitle,
      @NotNull UUID hostId,
      @NotNull UUID memberId,
      @NotBlank String memberNickname,
      @Positive int quantity,
      @PositiveOrZero long amount,
      @PositiveOrZero int sharesTaken,
      @Positive int shares) {

    Announcement joined(Instant at) {
      return Announcement.joined(deal(), hostId, member(), taken(), at);
    }

    Announcement changed(Instant at) {
      return Announcement.changed(deal(), hostId, member(), taken(), at);
    }

    Announcement left(Instant at) {
      return Announcement.left(deal(), hostId, member(), taken(), at);
    }

    private Shares taken() {
      return new Shares(quantity, amount, sharesTaken, shares);
    }

    private DealRef deal() {
      return new DealRef(dealId, dealTitle);
    }

    private Neighbour member() {
      return new Neighbour(memberId, memberNickname);
    }
  }

  /** Of {@code EnrollmentReceived}, what is told. */
  public record EnrollmentReceived(
      @NotNull UUID dealId,
      @NotBlank String dealTitle,
      @NotNull UUID hostId,
      @NotNull UUID memberId,
      @NotBlank String memberNickname,
      @Positive int quantity) {

    Announcement announcement(Instant at) {
      return Announcement.received(
          new DealRef(dealId, dealTitle),
          hostId,
          new Neighbour(memberId, memberNickname),
          quantity,
          at);
    }
  }

  /** Of {@code DealFull} and {@code DealExpired}, what is told. */
  public record DealMoved(
      @NotNull UUID dealId,
      @NotBlank String dealTitle,
      @NotNull UUID hostId,
      @NotNull List<@NotNull UUID> memberIds) {

    Announcement full(Instant at) {
      return Announcement.full(new DealRef(dealId, dealTitle), hostId, memberIds, at);
    }

    Announcement expired(Instant at) {
      return Announcement.expired(new DealRef(dealId, dealTitle), hostId, memberIds, at);
    }
  }

  /** Of {@code DealCancelled}, what is told. */
  public record DealCancelled(
      @NotNull UUID dealId,
      @NotBlank String dealTitle,
      String cause,
      @NotBlank String reason,
      @NotNull List<@NotNull UUID> memberIds) {

    Announcement announcement(Instant at) {
      // A reason that the deal service gave itself is nobody's words, and in one language only.
      String hostsWords = HOST_LEFT.equals(cause) ? null : reason;
      return Announcement.cancelled(new DealRef(dealId, dealTitle), hostsWords, memberIds, at);
    }
  }

  /** Of {@code DealClosingSoon}, what is told. */
  public record DealClosingSoon(
      @NotNull UUID dealId,
      @NotBlank String dealTitle,
      @NotNull UUID hostId,
      @NotNull List<@NotNull UUID> memberIds,
      @NotNull Instant deadline,
      @Positive int hoursLeft) {

    Announcement announcement(Instant at) {
      return Announcement.closingSoon(
          new DealRef(dealId, dealTitle), hostId, memberIds, hoursLeft, deadline, at);
    }
  }

  /** Of {@code DealStatusChanged}, what is told. */
  public record DealStatusChanged(
      @NotNull UUID dealId,
      @NotBlank String dealTitle,
      @NotBlank String to,
      String note,
      @NotNull List<@NotNull UUID> memberIds) {

    Announcement announcement(Instant at) {
      return Announcement.statusChanged(new DealRef(dealId, dealTitle), to, note, memberIds, at);
    }
  }

  /** Of {@code DealOpened}, what members wait for. */
  public record DealOpened(
      @NotNull UUID dealId,
      @NotBlank String title,
      @NotNull UUID hostId,
      @NotBlank String hostNickname,
      @PositiveOrZero long pricePerShare,
      @NotNull Instant deadline,
      @NotNull @Valid Pickup pickup,
      List<@NotBlank String> keywords) {

    AlertWaitingMembers.OpenedDeal opened(Instant at) {
      List<String> words = new ArrayList<>(keywords == null ? List.of() : keywords);
      words.add(title);
      return new AlertWaitingMembers.OpenedDeal(
          new DealRef(dealId, title),
          new Neighbour(hostId, hostNickname),
          words,
          pickup.latitude(),
          pickup.longitude(),
          pricePerShare,
          deadline,
          at);
    }
  }

  /** Where goods are handed over. */
  public record Pickup(
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude) {}

  /** One message of the topic. */
  @Incoming("push-deal-events-in")
  public CompletionStage<Void> on(Message<String> message) {
    return receive(message);
  }

  @Override
  protected ServiceRuntime runtime() {
    return runtime;
  }

  @Override
  protected void handle(IncomingEvent event) {
    Instant at = event.time();
    switch (event.type()) {
      case "EnrollmentConfirmed" -> announce.announce(event.data(Enrollment.class).joined(at));
      case "EnrollmentChanged" -> announce.announce(event.data(Enrollment.class).changed(at));
      case "EnrollmentCancelled" -> announce.announce(event.data(Enrollment.class).left(at));
      case "EnrollmentReceived" ->
          announce.announce(event.data(EnrollmentReceived.class).announcement(at));
      case "DealFull" -> announce.announce(event.data(DealMoved.class).full(at));
      case "DealExpired" -> announce.announce(event.data(DealMoved.class).expired(at));
      case "DealClosingSoon" ->
          announce.announce(event.data(DealClosingSoon.class).announcement(at));
      case "DealStatusChanged" ->
          announce.announce(event.data(DealStatusChanged.class).announcement(at));
      case "DealOpened" -> alertWaitingMembers.alert(event.data(DealOpened.class).opened(at));
      case "DealCancelled" -> announce.announce(event.data(DealCancelled.class).announcement(at));
      default -> {}
    }
  }
}
