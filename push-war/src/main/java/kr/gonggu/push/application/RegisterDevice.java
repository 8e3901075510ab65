package kr.gonggu.push.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;
import kr.gonggu.push.domain.Mailboxes;
import kr.gonggu.push.domain.PushError;
import kr.gonggu.push.domain.PushServices;
import kr.gonggu.push.domain.Subscription;
import kr.gonggu.push.domain.Subscriptions;

/** A device of a member may be called, or no longer. */
@ApplicationScoped
public class RegisterDevice {

  @Inject PushServices services;
  @Inject Mailboxes mailboxes;
  @Inject Subscriptions subscriptions;
  @Inject Clock clock;

  /**
   * Registers a device. An endpoint belongs to who registered it last: a browser has one for all
   * who sign in there.
   *
   * @param endpoint as the browser got it from its push service
   * @param device what the member calls it, or null
   * @return the id of the registration
   * @throws Refusal {@code PUSH_SERVICE_UNKNOWN}, or {@code MEMBER_LEFT} when the access token
   *     outlived the account
   */
  @Transactional
  public UUID register(UUID member, String endpoint, Subscription.Keys keys, String device) {
    URI address = services.endpoint(endpoint);
    if (mailboxes.lock(List.of(member)).isEmpty()) {
      throw new Refusal(PushError.MEMBER_LEFT, "This member has left the market.");
    }
    return subscriptions.put(
        member, address, keys, device, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Ends a registration.
   *
   * @throws Refusal {@code NOT_FOUND} when the member has none with this id
   */
  @Transactional
  public void remove(UUID member, UUID id) {
    if (!subscriptions.remove(member, id)) {
      throw new Refusal(CommonError.NOT_FOUND, "You have no such device.");
    }
  }
}
