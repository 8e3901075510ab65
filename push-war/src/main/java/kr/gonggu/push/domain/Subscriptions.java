package kr.gonggu.push.domain;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** The devices of all members. */
public interface Subscriptions {

  /**
   * Registers a device, in the place of an earlier registration of the same endpoint.
   *
   * @param device what the member calls it, or null
   * @return its id; the former one when the member had registered it before
   */
  UUID put(UUID member, URI endpoint, Subscription.Keys keys, String device, Instant at);

  /**
   * Ends a registration of a member's, and everything that waits for it.
   *
   * @return whether there was one
   */
  boolean remove(UUID member, UUID id);

  /** Ends a registration, whoever's it is: its push service knows the endpoint no longer. */
  void prune(UUID id);

  /** Ends all of a member's. */
  void erase(UUID member);
}
