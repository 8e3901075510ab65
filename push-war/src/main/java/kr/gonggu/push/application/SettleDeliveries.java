package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.gonggu.push.domain.Deliveries;
import kr.gonggu.push.domain.Delivery;
import kr.gonggu.push.domain.PushService.Gone;
import kr.gonggu.push.domain.PushService.Later;
import kr.gonggu.push.domain.PushService.Outcome;
import kr.gonggu.push.domain.PushService.Refused;
import kr.gonggu.push.domain.Subscriptions;

/** What the courier writes down, before and after it was with a push service. */
@ApplicationScoped
public class SettleDeliveries {

  private static final Logger LOG = System.getLogger(SettleDeliveries.class.getName());

  /** Longer than a push service may take to answer. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Inject Deliveries deliveries;
  @Inject Subscriptions subscriptions;
  @Inject Clock clock;

  /**
   * A part of the queue.
   *
   * @param due how many were claimed
   * @param toSend those to be sent now; the others are settled already
   */
  public record Claimed(int due, List<Delivery> toSend) {}

  /**
   * Claims what is due.
   *
   * @param limit at most this many
   */
  @Transactional
  public Claimed claim(int limit) {
    Instant now = now();
    List<Delivery> toSend = new ArrayList<>();
    List<Delivery> due = deliveries.claim(limit, now, LEASE);
    for (Delivery delivery : due) {
      switch (delivery.next(now)) {
        case SEND -> toSend.add(delivery);
        case HOLD -> deliveries.hold(delivery, delivery.heldBackUntil(now).orElse(now));
        case DROP -> deliveries.finish(delivery, now);
      }
    }
    return new Claimed(due.size(), toSend);
  }

  /** Writes down what came of a delivery. Failures are logged, by device and never by endpoint. */
  @Transactional
  public void settle(Delivery delivery, Outcome outcome) {
    Instant now = now();
    if (outcome instanceof Gone) {
      LOG.log(Level.INFO, "{0} is gone and is called no more", delivery.subscription());
      subscriptions.prune(delivery.subscription().id());
    } else if (outcome instanceof Later later) {
      Optional<Instant> next = delivery.nextAttempt(now, later.retryAfter());
      if (next.isPresent()) {
        LOG.log(
            Level.INFO,
            "{0} could not be called ({1}), again at {2}",
            delivery.subscription(),
            later.why(),
            next.get());
        deliveries.retry(delivery, next.get());
      } else {
        LOG.log(
            Level.WARNING,
            "{0} was not called to {1}: {2}, and it is too late now",
            delivery.subscription(),
            delivery.notification().kind(),
            later.why());
        deliveries.finish(delivery, now);
      }
    } else {
      if (outcome instanceof Refused refused) {
        LOG.log(
            Level.WARNING,
            "{0} was not called to {1}: {2}",
            delivery.subscription(),
            delivery.notification().kind(),
            refused.why());
      }
      deliveries.finish(delivery, now);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
