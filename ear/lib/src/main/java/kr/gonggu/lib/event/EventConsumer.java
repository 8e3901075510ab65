package kr.gonggu.lib.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.lib.service.ServiceRuntime;
import kr.gonggu.lib.trace.Trace;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Applies one topic's events to a service: each once, in order, and none lost.
 *
 * <p>A service declares a bean per topic:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class DealEventsConsumer extends EventConsumer {
 *   @Inject ChatRuntime runtime;
 *   @Inject AdmitMember admitMember;
 *
 *   @Incoming("chat-deal-events-in")
 *   public CompletionStage<Void> on(Message<String> message) {
 *     return receive(message);
 *   }
 *
 *   @Override
 *   protected ServiceRuntime runtime() {
 *     return runtime;
 *   }
 *
 *   @Override
 *   protected void handle(IncomingEvent event) {
 *     switch (event.type()) {
 *       case "EnrollmentConfirmed" -> admitMember.admit(event.data(EnrollmentConfirmed.class));
 *       default -> {}
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>{@code handle} runs on a thread with the service's own context, in one transaction with the
 * inbox entry. A failure of the database is waited out, since skipping would lose the event;
 * everything else gets {@value #ATTEMPTS} attempts and then goes to the dead-letter topic, so that
 * the rest flows on. What fails because the service is stopping is neither acknowledged nor given
 * up: it comes again with the next start.
 */
public abstract class EventConsumer {

  private static final Logger LOG = System.getLogger(EventConsumer.class.getName());
  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** The runtime of the service this consumer belongs to. */
  protected abstract ServiceRuntime runtime();

  /**
   * Applies one event. Types it does not know it must leave alone: they are not failures.
   *
   * @throws PoisonEventException when the event can never be applied
   * @throws Refusal when a rule refuses it, which makes it poison too
   */
  protected abstract void handle(IncomingEvent event);

  /**
   * Takes a message from the channel.
   *
   * @return completes when the effect is committed or the message is in the dead-letter topic, and
   *     never when the service stops before
   */
  protected CompletionStage<Void> receive(Message<String> message) {
    return runtime()
        .runWhenReady(() -> apply(message))
        .handle(
            (done, failure) -> {
              if (failure == null) {
                return message.ack();
              }
              Throwable cause =
                  failure instanceof CompletionException ? failure.getCause() : failure;
              if (runtime().stopping() && !isPoison(cause)) {
                LOG.log(Level.DEBUG, "Event waits for the next start: {0}", cause);
                return new CompletableFuture<Void>();
              }
              String reason =
                  "[%s] %s"
                      .formatted(
                          getClass().getSimpleName().replaceAll("\\$.*|_.*", ""), why(cause));
              LOG.log(Level.WARNING, "Event goes to the dead-letter topic: {0}", reason);
              return message.nack(new PoisonEventException(reason));
            })
        .thenCompose(stage -> stage);
  }

  private static String why(Throwable cause) {
    return isPoison(cause) ? cause.getMessage() : cause.toString();
  }

  private static boolean isPoison(Throwable cause) {
    return cause instanceof PoisonEventException || cause instanceof Refusal;
  }

  private void apply(Message<String> message) {
    IncomingEvent event = IncomingEvent.of(message);
    try (Trace.Scope scope = Trace.open(event.trace())) {
      Duration pause = FIRST_PAUSE;
      int failures = 0;
      while (true) {
        try {
          runtime()
              .inTransaction(
                  () -> {
                    if (runtime().inbox().accept(event)) {
                      handle(event);
                    } else {
                      LOG.log(Level.DEBUG, "Event {0} was applied before", event.id());
                    }
                  });
          return;
        } catch (PoisonEventException | Refusal e) {
          throw e;
        } catch (RuntimeException e) {
          if (!TransientFailure.is(e) && ++failures >= ATTEMPTS) {
            LOG.log(Level.ERROR, "Event " + event.id() + " fails every time", e);
            throw e;
          }
          LOG.log(
              Level.WARNING,
              "Event {0} ({1}) failed, next attempt in {2} ms: {3}",
              event.id(),
              event.type(),
              pause.toMillis(),
              e);
          if (runtime().pause(pause)) {
            throw e;
          }
          pause = pause.multipliedBy(2);
          if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
          }
        }
      }
    }
  }
}
