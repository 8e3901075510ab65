package kr.gonggu.push.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.event.EventConsumer;
import kr.gonggu.lib.event.IncomingEvent;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.push.application.ForgetMember;
import kr.gonggu.push.application.RememberMember;
import kr.gonggu.push.domain.Interest;
import kr.gonggu.push.domain.Neighbour;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** What the member service tells. */
@ApplicationScoped
public class MemberEventsConsumer extends EventConsumer {

  @Inject PushRuntime runtime;
  @Inject RememberMember rememberMember;
  @Inject ForgetMember forgetMember;

  /**
   * Of {@code MemberJoined} and {@code MemberChanged}, what notifications show and what the member
   * waits for.
   */
  public record MemberTold(
      @NotNull UUID memberId,
      @NotBlank String nickname,
      @Valid Neighbourhood neighbourhood,
      List<@NotBlank @Size(max = Interest.LONGEST_WORD) String> keywords) {

    Neighbour neighbour() {
      return new Neighbour(memberId, nickname);
    }

    Interest interest() {
      return new Interest(
          memberId,
          keywords == null ? List.of() : keywords,
          neighbourhood == null ? null : neighbourhood.surroundings());
    }
  }

  /** Where a member lives, on a 500 m grid. */
  public record Neighbourhood(
      @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
      @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
      @Positive int radiusMeters) {

    Interest.Surroundings surroundings() {
      return new Interest.Surroundings(latitude, longitude, radiusMeters);
    }
  }

  /** {@code MemberLeft}. */
  public record MemberLeft(@NotNull UUID memberId, Instant leftAt) {}

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
      case "MemberJoined", "MemberChanged" -> remember(event.data(MemberTold.class));
      case "MemberLeft" -> {
        MemberLeft left = event.data(MemberLeft.class);
        forgetMember.forget(left.memberId(), left.leftAt() == null ? event.time() : left.leftAt());
      }
      default -> {}
    }
  }

  private void remember(MemberTold told) {
    rememberMember.remember(told.neighbour(), told.interest());
  }
}
