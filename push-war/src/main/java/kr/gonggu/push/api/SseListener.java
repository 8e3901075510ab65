package kr.gonggu.push.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kr.gonggu.push.domain.Background;
import kr.gonggu.push.domain.Listener;
import kr.gonggu.push.domain.Notification;

/** One open stream of Server-Sent Events. */
final class SseListener implements Listener {

  private static final long RECONNECT_MILLIS = 2_000;

  private final UUID memberId;
  private final Instant end;
  private final SseEventSink sink;
  private final Sse sse;
  private final Clock clock;
  private final Background background;

  /**
   * @param end when the access token runs out: who has signed out meanwhile gets no new one
   */
  SseListener(
      UUID memberId, Instant end, SseEventSink sink, Sse sse, Clock clock, Background background) {
    this.memberId = memberId;
    this.end = end;
    this.sink = sink;
    this.sse = sse;
    this.clock = clock;
    this.background = background;
  }

  @Override
  public UUID memberId() {
    return memberId;
  }

  @Override
  public CompletionStage<Void> tell(List<Notification> news, Long unread) {
    List<OutboundSseEvent> events = new ArrayList<>();
    for (Notification each : news) {
      events.add(
          sse.newEventBuilder()
              .id(each.id().toString())
              .name("notification")
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(NotificationResponse.class, NotificationResponse.of(each))
              .build());
    }
    if (unread != null) {
      events.add(
          sse.newEventBuilder()
              .name("unread")
              .reconnectDelay(RECONNECT_MILLIS)
              .mediaType(MediaType.APPLICATION_JSON_TYPE)
              .data(UnreadCountResponse.class, new UnreadCountResponse(unread))
              .build());
    }
    return send(events);
  }

  @Override
  public CompletionStage<Void> beat() {
    return send(List.of(sse.newEventBuilder().comment("beat").build()));
  }

  @Override
  public boolean entitled() {
    return clock.instant().isBefore(end) && !sink.isClosed();
  }

  @Override
  public void dismiss() {
    background.run(sink::close);
  }

  /** Not on the caller's thread: a server may block until the client's connection takes it. */
  private CompletionStage<Void> send(List<OutboundSseEvent> events) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    background.run(
        () -> {
          CompletionStage<?> sent = CompletableFuture.completedFuture(null);
          for (OutboundSseEvent event : events) {
            sent = sent.thenCompose(before -> sink.send(event));
          }
          sent.whenComplete(
              (last, failure) -> {
                if (failure == null) {
                  done.complete(null);
                } else {
                  done.completeExceptionally(failure);
                }
              });
        });
    return done;
  }
}
